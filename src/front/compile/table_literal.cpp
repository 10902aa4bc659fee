// Table literals. A run of distinct names at the start becomes one NEWOBJECT; positional values go in batches;
// everything else is stored field by field, in source order wherever a later field could overwrite an earlier one.
#include <algorithm>
#include <string>

#include "front/compile/function_compiler.hpp"

namespace gs::front {

using namespace ast;

namespace {

constexpr usize kMaxTemplateFields = 64;
constexpr usize kBatch = 64;  // values per SETLIST, whose key operand counts in batches

// How many of the first fields have distinct names.
usize leading_names(std::span<const TableField> fields) {
  usize count = 0;
  while (
      count < fields.size() && count < kMaxTemplateFields && fields[count].kind == FieldKind::kNamed &&
      std::ranges::none_of(fields.first(count), [&](const TableField& at) { return at.name == fields[count].name; })) {
    ++count;
  }
  return count;
}

}  // namespace

// The positional values of one literal: those waiting in registers above the table, and those stored.
struct FunctionCompiler::Batch {
  u32 table;
  u32 line;
  usize first = 0;    // number of values in the full batches before this one
  usize waiting = 0;  // values of this batch in registers
  usize stored = 0;   // values of this batch already in the table, because a computed key came between
};

Operand FunctionCompiler::table(const Table& expr, u32 dest) {
  if (expr.fields.empty()) {
    const u32 target = target_register(dest);
    emit(Op::NEWTABLE, target, 0, 0, expr.line);
    return {.reg = target};
  }
  const u32 result = next_;
  const usize named = new_object(expr);
  if (named == 0) {
    const auto positional = usize(std::ranges::count(expr.fields, FieldKind::kPositional, &TableField::kind));
    const usize others = expr.fields.size() - positional;
    emit(Op::NEWTABLE, take(), u32(std::min<usize>(positional, 0xffff)), u32(std::min<usize>(others, 0xffff)),
         expr.line);
  }
  Batch batch{.table = result, .line = expr.line};
  for (const TableField& field : expr.fields.subspan(named)) {
    if (field.kind == FieldKind::kPositional) {
      add_positional(batch, *field.value, &field == &expr.fields.back());
    } else {
      set_field(batch, field);
    }
  }
  store_batch(batch);
  drop_to(result + 1);
  return {.reg = result};
}

// Makes the table with its leading named fields, if there are any; how many fields that took care of.
usize FunctionCompiler::new_object(const Table& expr) {
  const usize count = leading_names(expr.fields);
  if (count == 0) return 0;
  std::vector<std::string> names;
  for (const TableField& field : expr.fields.first(count)) names.emplace_back(field.name);
  const u32 shape = builder_.template_constant(std::move(names));
  if (shape > Builder::kMaxNarrow) return 0;
  const u32 result = next_;
  for (const TableField& field : expr.fields.first(count)) operand_next(*field.value);
  emit(Op::NEWOBJECT, result, result, shape, expr.line);
  drop_to(result + 1);
  return count;
}

void FunctionCompiler::add_positional(Batch& batch, const Expr& value, bool is_last) {
  if (batch.stored != 0) reload_batch(batch);
  if (is_last && is_multiple(value)) {
    multiple(value, 0);
    emit_set_list(batch, 0);
    batch.waiting = 0;
    return;
  }
  operand_next(value);
  if (++batch.waiting < kBatch) return;
  store_batch(batch);
  drop_to(batch.table + 1);
  batch.first += kBatch;
  batch.stored = 0;
}

void FunctionCompiler::emit_set_list(const Batch& batch, u32 coded_count) {
  const u32 index = u32(batch.first / kBatch);
  emit(Op::SETLIST, batch.table, coded_count, index & 0xffff, batch.line, index >> 16);
}

// Stores the waiting values; their registers stay taken.
void FunctionCompiler::store_batch(Batch& batch) {
  if (batch.waiting == 0) return;
  emit_set_list(batch, u32(batch.waiting) + 1);
  batch.stored = batch.waiting;
  batch.waiting = 0;
}

// A batch is stored as a whole. To go on with one that was stored early its values are read back, as they now are.
void FunctionCompiler::reload_batch(Batch& batch) {
  for (usize i = 0; i < batch.stored; ++i) {
    const u32 target = take();
    const u32 mark = next_;
    const Operand key{.literal = KnownValue::from_int(i64(batch.first + i + 1))};
    read_index({.reg = batch.table}, key, mark, target, batch.line);
    drop_to(mark);
  }
  batch.waiting = batch.stored;
  batch.stored = 0;
}

// A computed key may be that of a positional value: those before it are stored first.
void FunctionCompiler::set_field(Batch& batch, const TableField& field) {
  const u32 mark = next_;
  Operand key =
      field.kind == FieldKind::kNamed ? Operand{.literal = KnownValue::from_string(field.name)} : operand(*field.key);
  const u32 value = operand_any(*field.value);
  const bool is_name = key.literal && key.literal->is_string();
  if (is_name) {
    write_field(batch.table, key.literal->text, value, field.line);
    drop_to(mark);
    return;
  }
  store_batch(batch);
  write_index(batch.table, std::move(key), value, field.line);
  drop_to(batch.stored != 0 ? batch.table + 1 : mark);
}

}  // namespace gs::front
