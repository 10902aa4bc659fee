#include "front/compile/function_compiler.hpp"

#include <algorithm>

#include "bytecode/operands.hpp"

namespace gs::front {

using namespace ast;
using bytecode::FunctionKind;

namespace {

constexpr u32 kMaxRegisters = 65535;

FunctionKind kind_of(const ast::Function& function, ChunkKind chunk) {
  if (!function.is_chunk) return FunctionKind::kFunction;
  if (chunk == ChunkKind::kModule) return FunctionKind::kModule;
  return chunk == ChunkKind::kLoad ? FunctionKind::kChunk : FunctionKind::kMain;
}

}  // namespace

FunctionCompiler::FunctionCompiler(Unit& unit, const ast::Function& function)
    : unit_(unit),
      function_(function),
      info_(*function.info),
      out_(unit.image.functions[info_.index]),
      builder_(out_),
      line_(function.line) {
  out_.name = function.name;
  out_.kind = kind_of(function, unit.options.kind);
  out_.line = function.is_chunk ? 0 : function.line;
  out_.last_line = function.last_line;
  out_.is_vararg = info_.is_vararg;
  out_.has_defer = info_.has_defer;
}

void FunctionCompiler::compile() {
  compile_entry();
  enter_scope(function_.body.scope, function_.line);
  statements(function_.body);
  emit_return(0, 1, function_.last_line);
  if (!builder_.finish()) report_too_large();
  set_frame_size();
}

// Parameters come first. The names of variables in cells are made constants before anything else, so that their indexes
// fit the cell instructions however many constants follow.
void FunctionCompiler::compile_entry() {
  emit(out_.is_vararg ? Op::FUNCV : Op::FUNC, 0, 0, 0, function_.line);
  if (function_.parameters.size() > kMaxRegisters || info_.captures.size() > kMaxRegisters) return report_too_large();
  out_.parameters = u16(function_.parameters.size());
  for (const Binding* binding : info_.variables) {
    if (binding->is_in_cell) name_constant(*binding);
  }
  for (const Binding* binding : info_.captures) {
    if (binding->is_in_cell) name_constant(*binding);
  }
  const u32 first = take(out_.parameters);
  for (usize i = 0; i < function_.parameters.size(); ++i) {
    Binding* binding = function_.parameters[i].binding;
    if (!binding) continue;
    binding->register_index = first + u32(i);
    wrap_in_cell(*binding, function_.line);
  }
  if (function_.vararg_name && function_.vararg_name->binding) {
    Binding& rest = *function_.vararg_name->binding;
    rest.register_index = take();
    emit(Op::VARARGTABLE, rest.register_index, 0, 0, function_.line);
    wrap_in_cell(rest, function_.line);
  }
  activate_locals();
}

void FunctionCompiler::set_frame_size() {
  u32 size = out_.parameters;
  for (const Instruction instruction : out_.code)
    size = std::max(size, bytecode::accesses(out_, instruction).frame_end);
  if (size > kMaxRegisters) return report_too_large();
  out_.frame_size = size;
  out_.code[0] = Instruction::abc(out_.code[0].op(), size, out_.parameters, 0);
}

u32 FunctionCompiler::take(u32 count) {
  const u32 first = next_;
  next_ += count;
  if (next_ > kMaxRegisters) report_too_large();
  return first;
}

// The chunk is rejected; compiling goes on with registers that overlap, which nothing will run.
void FunctionCompiler::report_too_large() {
  if (!is_too_large_) unit_.diagnostics.error(position_, "function or expression needs too many registers");
  is_too_large_ = true;
  next_ = std::min(next_, kMaxRegisters);
}

void FunctionCompiler::emit_jump(Op op, u32 a, u32 b, Label to, u32 line, u32 x) {
  builder_.emit_jump(Instruction::abc(op, a, b, 0, x), to, line);
}

void FunctionCompiler::load_literal(const KnownValue& literal, u32 dest) {
  switch (literal.kind) {
    case KnownValue::Kind::kNil:
      return emit(Op::LOADPRIM, dest, 0, 0, line_);
    case KnownValue::Kind::kBool:
      return emit(Op::LOADPRIM, dest, literal.boolean ? 2 : 1, 0, line_);
    case KnownValue::Kind::kInt:
      if (literal.integer == i32(literal.integer))
        return emit_wide(Op::LOADINT, dest, u32(i32(literal.integer)), line_);
      return emit_wide(Op::LOADK, dest, builder_.int_constant(literal.integer), line_);
    case KnownValue::Kind::kFloat:
      return emit_wide(Op::LOADK, dest, builder_.float_constant(literal.number), line_);
    case KnownValue::Kind::kString:
      return emit_wide(Op::LOADK, dest, builder_.string_constant(literal.text), line_);
  }
}

void FunctionCompiler::move(u32 dest, u32 source) {
  if (dest != source) emit(Op::MOVE, dest, source, 0, line_);
}

void FunctionCompiler::move_to(const Operand& operand, u32 dest) {
  if (operand.is_in_register()) {
    move(dest, operand.reg);
  } else {
    load_literal(*operand.literal, dest);
  }
}

u32 FunctionCompiler::to_register(Operand& operand) {
  if (!operand.is_in_register()) {
    operand.reg = take();
    load_literal(*operand.literal, operand.reg);
  }
  return operand.reg;
}

// The constant of a number or string, if a 16-bit operand can name it.
std::optional<u32> FunctionCompiler::narrow_constant(const KnownValue& literal) {
  u32 index = 0;
  switch (literal.kind) {
    case KnownValue::Kind::kInt:
      index = builder_.int_constant(literal.integer);
      break;
    case KnownValue::Kind::kFloat:
      index = builder_.float_constant(literal.number);
      break;
    case KnownValue::Kind::kString:
      index = builder_.string_constant(literal.text);
      break;
    default:
      return std::nullopt;
  }
  if (index > Builder::kMaxNarrow) return std::nullopt;
  return index;
}

// Compiles an inner function and makes a closure of it, capturing from this function's registers and captures.
void FunctionCompiler::make_closure(const ast::Function& function, u32 dest, u32 line) {
  const FunctionInfo& inner = *function.info;
  std::vector<bytecode::Capture>& captures = unit_.image.functions[inner.index].captures;
  for (const Binding* binding : inner.captures) {
    const bool is_own = binding->function == &info_;
    const u32 index = is_own ? binding->register_index : info_.capture_index.at(binding);
    captures.push_back({.from_register = is_own, .index = u16(index), .name = std::string(binding->name)});
  }
  FunctionCompiler(unit_, function).compile();
  emit_wide(Op::CLOSURE, dest, builder_.function_constant(inner.index), line);
}

}  // namespace gs::front
