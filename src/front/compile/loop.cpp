// Loops. A three-part loop that counts a variable by a constant step towards a fixed limit becomes a counted loop:
//
//   for i := a; i < n; i++ { body }        i = a;  if !(i < n) goto exit
//                                    body: ...
//                                          LOOPLT i n -> body
//                                    exit:
#include "bytecode/operands.hpp"
#include "front/compile/function_compiler.hpp"
#include "front/compile/operators.hpp"
#include "prim/arith.hpp"

namespace gs::front {

using namespace ast;

namespace {

constexpr i64 kMaxStep = 127;

std::string_view label_text(const Name* label) {
  return label ? label->text : std::string_view{};
}

const Binding* binding_of(const Expr& expr) {
  return expr.kind == ExprKind::kName ? as<NameExpr>(expr).binding : nullptr;
}

std::optional<KnownValue> number_literal(const Expr& expr) {
  if (expr.kind == ExprKind::kInt) return KnownValue::from_int(as<IntLiteral>(expr).value);
  if (expr.kind == ExprKind::kFloat) return KnownValue::from_float(as<FloatLiteral>(expr).value);
  if (expr.kind == ExprKind::kUnary && as<Unary>(expr).op == UnaryOp::kNegate) {
    if (const auto inner = number_literal(*as<Unary>(expr).operand)) return fold_unary(bytecode::Op::UNM, *inner);
  }
  const Binding* binding = binding_of(expr);
  if (binding && binding->value && binding->value->is_number()) return binding->value;
  return std::nullopt;
}

// What the loop variable starts from, if that is a number in the source.
std::optional<KnownValue> initial_value(const ForLoop& stmt, const Binding* variable) {
  const auto& init = as<Declaration>(*stmt.init);
  for (usize i = 0; i < init.names.size() && i < init.values.size(); ++i) {
    if (init.names[i].binding == variable) return number_literal(*init.values[i]);
  }
  return std::nullopt;
}

// Comparison is by mathematical value: a limit of the counter's own kind is the same limit, and faster.
KnownValue limit_like(const std::optional<KnownValue>& start, const KnownValue& limit) {
  constexpr i64 kExactFloats = i64(1) << 53;
  i64 integer = limit.integer;
  if (!limit.is_int() && !prim::to_int_exact(limit.number, integer)) return limit;
  const bool counts_floats = start && !start->is_int() && integer >= -kExactFloats && integer <= kExactFloats;
  return counts_floats ? KnownValue::from_float(prim::to_float(integer)) : KnownValue::from_int(integer);
}

}  // namespace

void FunctionCompiler::for_loop(const ForLoop& stmt) {
  const u32 outer = locals_end_;
  if (stmt.init) statement(*stmt.init);
  position_ = stmt.position();
  if (const auto counted = find_counted_loop(stmt)) {
    counted_loop(stmt, *counted);
  } else {
    general_loop(stmt);
  }
  next_ = locals_end_ = outer;
}

void FunctionCompiler::general_loop(const ForLoop& stmt) {
  const Label top = builder_.new_label();
  const Label again = builder_.new_label();
  const Label exit = builder_.new_label();
  builder_.bind(top);
  if (stmt.condition) jump_if(*stmt.condition, false, exit);
  targets_.push_back({label_text(stmt.label), true, exit, again});
  block(stmt.body);
  targets_.pop_back();
  builder_.bind(again);
  renew_copies(stmt);
  if (stmt.post) statement(*stmt.post);
  emit_jump(Op::LOOP, 0, 0, top, stmt.line);
  builder_.bind(exit);
}

// Each iteration has its own copy of the variables: those in cells move to new ones before the post statement.
void FunctionCompiler::renew_copies(const ForLoop& stmt) {
  if (!stmt.init || stmt.init->kind != StmtKind::kDeclare) return;
  for (const Name& name : as<Declaration>(*stmt.init).names) {
    if (!declares(name) || !name.binding->is_in_cell) continue;
    const u32 value = take();
    emit(Op::GETCELL, value, name.binding->register_index, name_constant(*name.binding), name.line);
    emit(Op::NEWCELL, name.binding->register_index, value, 0, name.line);
    drop_to(value);
  }
}

// The variable the post statement steps by a small constant, if it is one of the loop's own and has a register. Adding
// counts up and subtracting down, so that the step's sign also tells the operator.
const Binding* FunctionCompiler::counter_of(const ForLoop& stmt, i32& step) const {
  if (!stmt.init || stmt.init->kind != StmtKind::kDeclare || !stmt.condition) return nullptr;
  if (!stmt.post || stmt.post->kind != StmtKind::kOpAssign) return nullptr;
  const auto& post = as<OpAssign>(*stmt.post);
  if (post.op != BinaryOp::kAdd && post.op != BinaryOp::kSub) return nullptr;
  const auto amount = number_literal(*post.value);
  if (!amount || !amount->is_int() || amount->integer < 1 || amount->integer > kMaxStep) return nullptr;
  step = i32(post.op == BinaryOp::kAdd ? amount->integer : -amount->integer);
  const Binding* variable = binding_of(*post.target);
  if (!is_own_register(variable)) return nullptr;
  for (const Name& name : as<Declaration>(*stmt.init).names) {
    if (name.binding == variable && declares(name)) return variable;
  }
  return nullptr;
}

std::optional<FunctionCompiler::CountedLoop> FunctionCompiler::find_counted_loop(const ForLoop& stmt) {
  CountedLoop loop{};
  loop.variable = counter_of(stmt, loop.step);
  if (!loop.variable || stmt.condition->kind != ExprKind::kBinary) return std::nullopt;
  const auto& condition = as<Binary>(*stmt.condition);
  if (!is_relational(condition.op)) return std::nullopt;
  loop.relation = relation_of(condition.op);
  const Expr* limit = condition.right;
  if (binding_of(*condition.left) != loop.variable) {
    if (binding_of(*condition.right) != loop.variable) return std::nullopt;
    limit = condition.left;
    loop.relation = mirrored(loop.relation);
  }
  const bool counts_up = loop.relation == Relation::kLess || loop.relation == Relation::kLessEqual;
  const bool counts_down = loop.relation == Relation::kGreater || loop.relation == Relation::kGreaterEqual;
  if (loop.step > 0 ? !counts_up : !counts_down) return std::nullopt;
  static constexpr Op kOpcodes[] = {Op::LOOPLT, Op::LOOPLE, Op::LOOPGT, Op::LOOPGE};
  loop.op = kOpcodes[u8(loop.relation) - u8(Relation::kLess)];
  if (!place_limit(stmt, *limit, loop)) return std::nullopt;
  return loop;
}

// Sees to it that the limit is in a register: a number in a hidden one; a local variable in its own, where the loop may
// even change it; a captured value, which nothing changes, in a hidden one.
bool FunctionCompiler::place_limit(const ForLoop& stmt, const Expr& limit, CountedLoop& loop) {
  const Binding* binding = binding_of(limit);
  line_ = limit.line;
  if (auto number = number_literal(limit)) {
    const auto start = initial_value(stmt, loop.variable);
    loop.runs_at_least_once = start && fold_relation(loop.relation, *start, *number) == true;
    number = limit_like(start, *number);
    loop.limit = take();
    load_literal(*number, loop.limit);
    activate_locals();
    return true;
  }
  if (is_own_register(binding)) {
    loop.limit = binding->register_index;
    return binding != loop.variable;
  }
  if (binding && binding->kind == Binding::Kind::kLocal && !binding->is_in_cell) {
    loop.limit = take();
    operand_to(limit, loop.limit);
    activate_locals();
    return true;
  }
  return false;
}

void FunctionCompiler::counted_loop(const ForLoop& stmt, const CountedLoop& loop) {
  const Label body = builder_.new_label();
  const Label again = builder_.new_label();
  const Label exit = builder_.new_label();
  if (!loop.runs_at_least_once) jump_if(*stmt.condition, false, exit);
  builder_.bind(body);
  targets_.push_back({label_text(stmt.label), true, exit, again});
  block(stmt.body);
  targets_.pop_back();
  builder_.bind(again);
  emit_jump(loop.op, loop.variable->register_index, loop.limit, body, stmt.condition->line, u32(loop.step));
  builder_.bind(exit);
}

// R[state] .. R[state+2] are the iterator's, the variables follow.
void FunctionCompiler::for_range(const ForRange& stmt) {
  const u32 outer = locals_end_;
  const u32 state = next_;
  const bool is_over_extras = stmt.subject->kind == ExprKind::kVararg;
  take();
  if (!is_over_extras) operand_to(*stmt.subject, state);
  take(2);
  u32 variables = u32(stmt.names.size());
  while (variables > 0 && stmt.names[variables - 1].is_blank()) --variables;
  take(variables);
  activate_locals();
  const Label body = builder_.new_label();
  const Label again = builder_.new_label();
  const Label exit = builder_.new_label();
  builder_.emit_jump(Instruction::a32(Op::RANGEPREP, state, 0, is_over_extras), again, stmt.range.line);
  builder_.bind(body);
  for (u32 i = 0; i < variables; ++i) {
    Binding* binding = stmt.names[i].binding;
    if (!binding) continue;
    binding->register_index = state + 3 + i;
    wrap_in_cell(*binding, stmt.names[i].line);
  }
  targets_.push_back({label_text(stmt.label), true, exit, again});
  block(stmt.body);
  targets_.pop_back();
  builder_.bind(again);
  emit_jump(Op::RANGENEXT, state, variables, body, stmt.range.line);
  emit_jump(Op::RANGETEST, state, 0, body, stmt.range.line);
  builder_.bind(exit);
  next_ = locals_end_ = outer;
}

}  // namespace gs::front
