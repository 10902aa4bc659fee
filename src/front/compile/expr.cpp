// Expressions to operands. Every method keeps the stack discipline: what it leaves in a temporary is the one register
// above `mark`, where the stack stood when it began.
#include <algorithm>

#include "front/compile/function_compiler.hpp"
#include "front/compile/operators.hpp"
#include "prim/arith.hpp"

namespace gs::front {

using namespace ast;

namespace {

// Whether evaluating the expression may read the variable in register `reg`. May answer yes without need.
bool may_read(const Expr& expr, u32 reg, const FunctionInfo& info, int depth = 0) {
  if (depth > 8) return true;
  const auto any = [&](List<Expr> list) {
    return std::ranges::any_of(list, [&](const Expr* item) { return may_read(*item, reg, info, depth + 1); });
  };
  switch (expr.kind) {
    case ExprKind::kNil:
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kInt:
    case ExprKind::kFloat:
    case ExprKind::kString:
    case ExprKind::kVararg:
    case ExprKind::kVarargCount:
      return false;
    case ExprKind::kName: {
      const Binding* binding = as<NameExpr>(expr).binding;
      return binding && binding->kind == Binding::Kind::kLocal && binding->function == &info &&
             binding->register_index == reg;
    }
    case ExprKind::kParen:
      return may_read(*as<Paren>(expr).inner, reg, info, depth + 1);
    case ExprKind::kUnary:
      return may_read(*as<Unary>(expr).operand, reg, info, depth + 1);
    case ExprKind::kField:
      return may_read(*as<Field>(expr).object, reg, info, depth + 1);
    case ExprKind::kBinary:
      return may_read(*as<Binary>(expr).left, reg, info, depth + 1) ||
             may_read(*as<Binary>(expr).right, reg, info, depth + 1);
    case ExprKind::kIndex:
      return may_read(*as<Index>(expr).object, reg, info, depth + 1) ||
             may_read(*as<Index>(expr).key, reg, info, depth + 1);
    case ExprKind::kCall:
      return may_read(*as<Call>(expr).callee, reg, info, depth + 1) || any(as<Call>(expr).arguments);
    case ExprKind::kLogical:
      return any(as<Logical>(expr).operands);
    default:
      return true;
  }
}

bool is_relation(const Expr& expr) {
  return expr.kind == ExprKind::kBinary && is_relational(as<Binary>(expr).op);
}

const Expr& without_parens(const Expr& expr) {
  const Expr* at = &expr;
  while (at->kind == ExprKind::kParen) at = as<Paren>(*at).inner;
  return *at;
}

// Whether the expression yields nothing but true and false.
bool is_boolean(const Expr& parenthesised) {
  const Expr& expr = without_parens(parenthesised);
  return is_relation(expr) || (expr.kind == ExprKind::kUnary && as<Unary>(expr).op == UnaryOp::kNot);
}

}  // namespace

// Evaluates to one value. If a register is needed for the result, it is `dest` or, without one, the next temporary.
Operand FunctionCompiler::operand(const Expr& expr, u32 dest) {
  line_ = expr.line;
  const u32 mark = next_;
  switch (expr.kind) {
    case ExprKind::kBad:
    case ExprKind::kNil:
      return {.literal = KnownValue::nil()};
    case ExprKind::kTrue:
      return {.literal = KnownValue::from_bool(true)};
    case ExprKind::kFalse:
      return {.literal = KnownValue::from_bool(false)};
    case ExprKind::kInt:
      return {.literal = KnownValue::from_int(as<IntLiteral>(expr).value)};
    case ExprKind::kFloat:
      return {.literal = KnownValue::from_float(as<FloatLiteral>(expr).value)};
    case ExprKind::kString:
      return {.literal = KnownValue::from_string(as<StringLiteral>(expr).value)};
    case ExprKind::kName:
      return read_variable(as<NameExpr>(expr), dest);
    case ExprKind::kParen:
      return operand(*as<Paren>(expr).inner, dest);
    case ExprKind::kUnary:
      return unary(as<Unary>(expr), dest);
    case ExprKind::kLogical:
      return logical(as<Logical>(expr), dest);
    case ExprKind::kConcat:
      return concat(as<Concat>(expr), dest);
    case ExprKind::kTable:
      return table(as<Table>(expr), dest);
    case ExprKind::kMakeChannel:
      return make_channel(as<MakeChannel>(expr), dest);
    case ExprKind::kBinary:
    case ExprKind::kField:
    case ExprKind::kIndex:
    case ExprKind::kCall:
    case ExprKind::kMethodCall:
      return spine(expr, dest);
    default:
      break;
  }
  u32 source = 0;
  if (expr.kind == ExprKind::kReceive) source = operand_any(*as<Receive>(expr).channel);
  if (expr.kind == ExprKind::kVarargIndex) source = operand_any(*as<VarargIndex>(expr).key);
  drop_to(mark);
  const u32 target = target_register(dest);
  switch (expr.kind) {
    case ExprKind::kReceive:
      emit(Op::RECV, target, source, 0, expr.line);
      break;
    case ExprKind::kVararg:
      emit(Op::VARARG, target, 2, 0, expr.line);
      break;
    case ExprKind::kVarargCount:
      emit(Op::VARARGCOUNT, target, 0, 0, expr.line);
      break;
    case ExprKind::kVarargIndex:
      emit(Op::VARARGGET, target, source, 0, expr.line);
      break;
    case ExprKind::kFunction:
      make_closure(*as<FunctionExpr>(expr).function, target, expr.line);
      break;
    default:
      break;
  }
  return {.reg = target};
}

// Evaluates into `dest`. When that is the fresh top of the stack, temporaries may start in it.
Operand FunctionCompiler::operand_to(const Expr& expr, u32 dest) {
  const u32 mark = next_;
  const bool is_top = dest + 1 == mark && is_fresh(dest);
  if (is_top) drop_to(dest);
  Operand result = operand(expr, is_top ? kNoRegister : dest);
  next_ = mark;
  line_ = expr.line;
  move_to(result, dest);
  result.reg = dest;
  return result;
}

u32 FunctionCompiler::operand_any(const Expr& expr) {
  Operand result = operand(expr);
  return to_register(result);
}

u32 FunctionCompiler::operand_next(const Expr& expr) {
  const u32 dest = take();
  operand_to(expr, dest);
  return dest;
}

void FunctionCompiler::discard(const Expr& expr) {
  const u32 mark = next_;
  if (is_call(expr)) {
    multiple(expr, 1);
  } else {
    operand(expr);
  }
  drop_to(mark);
}

// Chains linked by left operands, however long: from the innermost outwards.
Operand FunctionCompiler::spine(const Expr& expr, u32 dest) {
  const u32 mark = next_;
  const Expr* left = left_operand(expr);
  if (!left_operand(*left)) return spine_step(expr, operand(*left), mark, dest);
  std::vector<const Expr*> chain{&expr};
  for (; left_operand(*left); left = left_operand(*left)) chain.push_back(left);
  Operand current = operand(*left);
  for (usize i = chain.size(); i-- > 0;)
    current = spine_step(*chain[i], std::move(current), mark, i == 0 ? dest : kNoRegister);
  return current;
}

Operand FunctionCompiler::spine_step(const Expr& expr, Operand left, u32 mark, u32 dest) {
  switch (expr.kind) {
    case ExprKind::kBinary:
      return binary(as<Binary>(expr), std::move(left), mark, dest);
    case ExprKind::kField:
      return read_field(std::move(left), as<Field>(expr).name, mark, dest, expr.line);
    case ExprKind::kIndex: {
      to_register(left);
      Operand key = operand(*as<Index>(expr).key);
      return read_index(std::move(left), std::move(key), mark, dest, expr.line);
    }
    default:
      emit_call(expr, std::move(left), mark, 2);
      return {.reg = mark};
  }
}

Operand FunctionCompiler::binary(const Binary& expr, Operand left, u32 mark, u32 dest) {
  Operand right = operand(*expr.right);
  line_ = expr.line;
  if (is_relational(expr.op)) {
    return comparison_value(relation_of(expr.op), true, std::move(left), std::move(right), mark, dest, expr.line);
  }
  return arithmetic(opcode_of(expr.op), std::move(left), std::move(right), mark, dest, expr.line);
}

Operand FunctionCompiler::arithmetic(Op op, Operand left, Operand right, u32 mark, u32 dest, u32 line) {
  if (left.literal && right.literal) {
    if (auto folded = fold_binary(op, *left.literal, *right.literal)) {
      drop_to(mark);
      return {.literal = std::move(folded)};
    }
  }
  if ((op == Op::ADD || op == Op::MUL) && left.literal && left.literal->is_number()) {
    const u32 right_register = to_register(right);
    const u32 after_right = next_;
    drop_to(mark);
    const u32 target = target_register(dest);
    if (arithmetic_with_literal(op, target, right_register, *left.literal, line, bytecode::kConstantOnLeft)) return {.reg = target};
    next_ = after_right;
    const u32 left_register = to_register(left);
    drop_to(mark);
    const u32 again = target_register(dest);
    emit(op, again, left_register, right_register, line);
    return {.reg = again};
  }
  const u32 left_register = to_register(left);
  if (right.literal) {
    const u32 after_left = next_;
    drop_to(mark);
    const u32 target = target_register(dest);
    if (arithmetic_with_literal(op, target, left_register, *right.literal, line)) return {.reg = target};
    next_ = after_left;
  }
  const u32 right_register = to_register(right);
  drop_to(mark);
  const u32 target = target_register(dest);
  emit(op, target, left_register, right_register, line);
  return {.reg = target};
}

// The forms with a number in the instruction or among the constants. False if there is none for this literal.
bool FunctionCompiler::arithmetic_with_literal(Op op, u32 dest, u32 left, const KnownValue& right, u32 line, u32 x) {
  if (!right.is_number()) return false;
  const i64 value = right.integer;
  if (right.is_int() && op == Op::ADD && value == i16(value)) {
    emit(Op::ADDI, dest, left, u32(value), line, x);
    return true;
  }
  // Subtracting 0 is not adding 0: -0.0 - 0 is -0.0.
  if (right.is_int() && op == Op::SUB && value != 0 && value > INT16_MIN && value <= -i64(INT16_MIN)) {
    emit(Op::ADDI, dest, left, u32(-value), line, 1);
    return true;
  }
  Op form;
  KnownValue constant = right;
  if (op >= Op::ADD && op <= Op::POW) {
    form = Op(u8(Op::ADDK) + (u8(op) - u8(Op::ADD)));
  } else if (!right.is_int()) {
    return false;
  } else if (op == Op::BANDNOT) {
    form = Op::BANDK;
    constant = KnownValue::from_int(prim::bit_not(value));
  } else {
    form = constant_bit_form(op);
  }
  const auto index = narrow_constant(constant);
  if (!index) return false;
  emit(form, dest, left, *index, line, x);
  return true;
}

// Whether the relation's truth is `sense`, as a value.
Operand FunctionCompiler::comparison_value(Relation relation, bool sense, Operand left, Operand right, u32 mark,
                                           u32 dest, u32 line) {
  if (left.literal && right.literal) {
    if (const auto known = fold_relation(relation, *left.literal, *right.literal)) {
      drop_to(mark);
      return {.literal = KnownValue::from_bool(*known == sense)};
    }
  }
  const Label is_false = builder_.new_label();
  const Label end = builder_.new_label();
  jump_if_related(relation, std::move(left), std::move(right), !sense, is_false, line);
  drop_to(mark);
  const u32 target = target_register(dest);
  load_literal(KnownValue::from_bool(true), target);
  jump(end, line);
  builder_.bind(is_false);
  load_literal(KnownValue::from_bool(false), target);
  builder_.bind(end);
  return {.reg = target};
}

Operand FunctionCompiler::unary(const Unary& expr, u32 dest) {
  const u32 mark = next_;
  if (expr.op == UnaryOp::kNot && is_relation(without_parens(*expr.operand))) {
    const auto& inner = as<Binary>(without_parens(*expr.operand));
    Operand left = operand(*inner.left);
    Operand right = operand(*inner.right);
    line_ = inner.line;
    return comparison_value(relation_of(inner.op), false, std::move(left), std::move(right), mark, dest, inner.line);
  }
  Operand value = operand(*expr.operand);
  const Op op = opcode_of(expr.op);
  if (value.literal) {
    if (auto folded = fold_unary(op, *value.literal)) {
      drop_to(mark);
      return {.literal = std::move(folded)};
    }
  }
  line_ = expr.line;
  const u32 source = to_register(value);
  drop_to(mark);
  const u32 target = target_register(dest);
  emit(op, target, source, 0, expr.line);
  return {.reg = target};
}

// The result is built up in the target while operands are still being evaluated, so a visible variable that they read
// cannot be the target.
Operand FunctionCompiler::logical(const Logical& expr, u32 dest) {
  const bool clashes =
      dest != kNoRegister && !is_fresh(dest) &&
      std::ranges::any_of(expr.operands.subspan(1), [&](const Expr* item) { return may_read(*item, dest, info_); });
  const u32 target = target_register(clashes ? kNoRegister : dest);
  const Label done = builder_.new_label();
  for (const Expr* item : expr.operands.first(expr.operands.size() - 1))
    value_or_jump(*item, target, !expr.is_and, done);
  operand_to(*expr.operands.back(), target);
  builder_.bind(done);
  return {.reg = target};
}

// If the expression's truth is `keep_when`: its value goes to `dest` and control to `done`. Otherwise control goes on
// here.
void FunctionCompiler::value_or_jump(const Expr& expr, u32 dest, bool keep_when, Label done) {
  if (expr.kind == ExprKind::kLogical && as<Logical>(expr).is_and == keep_when) {
    const auto& inner = as<Logical>(expr);
    const Label skip = builder_.new_label();
    for (const Expr* item : inner.operands.first(inner.operands.size() - 1)) jump_if(*item, !keep_when, skip);
    value_or_jump(*inner.operands.back(), dest, keep_when, done);
    builder_.bind(skip);
    return;
  }
  if (is_boolean(expr)) {
    const Label skip = builder_.new_label();
    jump_if(expr, !keep_when, skip);
    load_literal(KnownValue::from_bool(keep_when), dest);
    jump(done, expr.line);
    builder_.bind(skip);
    return;
  }
  const Operand value = operand_to(expr, dest);
  if (!value.literal) {
    emit_jump(keep_when ? Op::JT : Op::JF, dest, 0, done, expr.line);
  } else if (value.literal->is_truthy() == keep_when) {
    jump(done, expr.line);
  }
}

}  // namespace gs::front
