// Fields, indexes and the operations around them: reading, writing, channels, concatenation.
#include "front/compile/function_compiler.hpp"
#include "prim/arith.hpp"

namespace gs::front {

using namespace ast;

namespace {

// The key of GETINDEXI and SETINDEXI a literal stands for. Floats with an integral value are the int key.
std::optional<u32> small_key(const std::optional<KnownValue>& key) {
  if (!key || !key->is_number()) return std::nullopt;
  i64 value = key->integer;
  if (!key->is_int() && !prim::to_int_exact(key->number, value)) return std::nullopt;
  if (value < 0 || value > 0xffff) return std::nullopt;
  return u32(value);
}

}  // namespace

Operand FunctionCompiler::read_field(Operand object, std::string_view name, u32 mark, u32 dest, u32 line) {
  const u32 source = to_register(object);
  const u32 slot = builder_.field_slot(builder_.string_constant(name));
  Operand key{.literal = KnownValue::from_string(name)};
  const u32 key_register = slot == Builder::kNoSlot ? to_register(key) : 0;
  drop_to(mark);
  const u32 target = target_register(dest);
  if (slot == Builder::kNoSlot) {
    emit(Op::GETINDEX, target, source, key_register, line);
  } else {
    emit(Op::GETFIELD, target, source, slot, line);
  }
  return {.reg = target};
}

Operand FunctionCompiler::read_index(Operand object, Operand key, u32 mark, u32 dest, u32 line) {
  const u32 source = to_register(object);
  if (key.literal && key.literal->is_string())
    return read_field(std::move(object), key.literal->text, mark, dest, line);
  const auto small = small_key(key.literal);
  const u32 key_register = small ? 0 : to_register(key);
  drop_to(mark);
  const u32 target = target_register(dest);
  if (small) {
    emit(Op::GETINDEXI, target, source, *small, line);
  } else {
    emit(Op::GETINDEX, target, source, key_register, line);
  }
  return {.reg = target};
}

void FunctionCompiler::write_field(u32 object, std::string_view name, u32 value, u32 line) {
  const u32 slot = builder_.field_slot(builder_.string_constant(name));
  if (slot != Builder::kNoSlot) return emit(Op::SETFIELD, object, value, slot, line);
  const u32 mark = next_;
  Operand key{.literal = KnownValue::from_string(name)};
  emit(Op::SETINDEX, object, to_register(key), value, line);
  drop_to(mark);
}

void FunctionCompiler::write_index(u32 object, Operand key, u32 value, u32 line) {
  if (key.literal && key.literal->is_string()) return write_field(object, key.literal->text, value, line);
  if (const auto small = small_key(key.literal)) return emit(Op::SETINDEXI, object, *small, value, line);
  const u32 mark = next_;
  emit(Op::SETINDEX, object, to_register(key), value, line);
  drop_to(mark);
}

Operand FunctionCompiler::make_channel(const MakeChannel& expr, u32 dest) {
  const u32 mark = next_;
  const u32 size = expr.size ? operand_any(*expr.size) : 0;
  drop_to(mark);
  const u32 target = target_register(dest);
  emit(Op::MAKECHAN, target, size, 0, expr.line, expr.size ? 0 : 1);
  return {.reg = target};
}

Operand FunctionCompiler::concat(const Concat& expr, u32 dest) {
  const u32 mark = next_;
  std::vector<u32> lines;
  for (const Expr* item : expr.operands) operand_next(*item);
  for (const Position place : expr.operators) lines.push_back(place.line);
  drop_to(mark);
  const u32 target = target_register(dest);
  join(target, mark, lines);
  return {.reg = target};
}

// Joins the values from register `first` on; lines[i] is the line of the operator before value i + 1. The values are
// joined from the right, and an error has the line of the operator that met it: one instruction for each run of equal
// lines.
void FunctionCompiler::join(u32 dest, u32 first, const std::vector<u32>& lines) {
  usize end = lines.size();
  while (end > 0) {
    usize start = end - 1;
    while (start > 0 && lines[start - 1] == lines[end - 1]) --start;
    const u32 target = start == 0 ? dest : first + u32(start);
    emit(Op::CONCAT, target, first + u32(start), u32(end - start + 1), lines[end - 1]);
    end = start;
  }
}

}  // namespace gs::front
