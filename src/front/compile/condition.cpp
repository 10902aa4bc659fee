// Conditions: jumps decided by an expression's truth, with no boolean in between where the expression compares.
#include "bytecode/operands.hpp"
#include "front/compile/function_compiler.hpp"
#include "front/compile/operators.hpp"
#include "prim/arith.hpp"

namespace gs::front {

using namespace ast;

namespace {

// The operand of the comparisons with a number in the instruction. Comparison is by mathematical value, so an integral
// float may stand as its int.
std::optional<i64> small_number(const std::optional<KnownValue>& value) {
  if (!value || !value->is_number()) return std::nullopt;
  i64 number = value->integer;
  if (!value->is_int() && !prim::to_int_exact(value->number, number)) return std::nullopt;
  if (number != i16(number)) return std::nullopt;
  return number;
}

}  // namespace

// Jumps to `to` if the expression's truth is `sense`; otherwise control goes on here.
void FunctionCompiler::jump_if(const Expr& expr, bool sense, Label to) {
  const u32 mark = next_;
  if (expr.kind == ExprKind::kParen) return jump_if(*as<Paren>(expr).inner, sense, to);
  if (expr.kind == ExprKind::kLogical) return jump_if_logical(as<Logical>(expr), sense, to);
  if (expr.kind == ExprKind::kUnary && as<Unary>(expr).op == UnaryOp::kNot) {
    return jump_if(*as<Unary>(expr).operand, !sense, to);
  }
  if (expr.kind == ExprKind::kBinary && is_relational(as<Binary>(expr).op)) {
    const auto& comparison = as<Binary>(expr);
    Operand left = operand(*comparison.left);
    Operand right = operand(*comparison.right);
    line_ = expr.line;
    jump_if_related(relation_of(comparison.op), std::move(left), std::move(right), sense, to, expr.line);
  } else {
    Operand value = operand(expr);
    if (value.literal) {
      if (value.literal->is_truthy() == sense) jump(to, expr.line);
    } else {
      emit_jump(sense ? Op::JT : Op::JF, value.reg, 0, to, expr.line);
    }
  }
  drop_to(mark);
}

// One operand of `||` decides when true, of `&&` when false; the last one decides in any case.
void FunctionCompiler::jump_if_logical(const Logical& expr, bool sense, Label to) {
  const bool deciding = !expr.is_and;
  const Label skip = builder_.new_label();
  for (const Expr* item : expr.operands.first(expr.operands.size() - 1)) {
    jump_if(*item, deciding, sense == deciding ? to : skip);
  }
  jump_if(*expr.operands.back(), sense, to);
  builder_.bind(skip);
}

// Jumps if the relation's truth is `sense`. N forms make the difference for NaN.
void FunctionCompiler::jump_if_related(Relation relation, Operand left, Operand right, bool sense, Label to, u32 line) {
  const u32 mark = next_;
  if (left.literal && right.literal) {
    if (const auto known = fold_relation(relation, *left.literal, *right.literal)) {
      if (*known == sense) jump(to, line);
      return;
    }
  }
  const bool done = relation <= Relation::kNotEqual ? jump_if_equal_literal(relation, left, right, sense, to, line)
                                                    : jump_if_ordered_literal(relation, left, right, sense, to, line);
  if (done) return drop_to(mark);
  u32 a = to_register(left);
  u32 b = to_register(right);
  drop_to(mark);
  if (relation == Relation::kGreater || relation == Relation::kGreaterEqual) {
    std::swap(a, b);
    relation = mirrored(relation);
  }
  static constexpr Op kForms[] = {Op::JEQ, Op::JNE, Op::JLT, Op::JLE};
  const Op op = kForms[u8(relation)];
  emit_jump(sense ? op : bytecode::opposite(op), a, b, to, line);
}

bool FunctionCompiler::jump_if_equal_literal(Relation relation, Operand& left, Operand& right, bool sense, Label to,
                                             u32 line) {
  if (left.literal && !right.literal) std::swap(left, right);
  if (!right.literal) return false;
  const bool jumps_if_equal = (relation == Relation::kEqual) == sense;
  const KnownValue& value = *right.literal;
  if (value.kind == KnownValue::Kind::kNil || value.kind == KnownValue::Kind::kBool) {
    const u32 primitive = value.kind == KnownValue::Kind::kNil ? 0 : value.boolean ? 2 : 1;
    emit_jump(jumps_if_equal ? Op::JEQP : Op::JNEP, to_register(left), primitive, to, line);
    return true;
  }
  const auto constant = narrow_constant(value);
  if (!constant) return false;
  emit_jump(jumps_if_equal ? Op::JEQK : Op::JNEK, to_register(left), *constant, to, line);
  return true;
}

bool FunctionCompiler::jump_if_ordered_literal(Relation relation, Operand& left, Operand& right, bool sense, Label to,
                                               u32 line) {
  auto number = small_number(right.literal);
  Operand* subject = &left;
  if (!number) {
    number = small_number(left.literal);
    subject = &right;
    relation = mirrored(relation);
  }
  if (!number) return false;
  static constexpr Op kForms[] = {Op::JLTI, Op::JLEI, Op::JGTI, Op::JGEI};
  const Op op = kForms[u8(relation) - u8(Relation::kLess)];
  emit_jump(sense ? op : bytecode::opposite(op), to_register(*subject), u32(*number), to, line);
  return true;
}

}  // namespace gs::front
