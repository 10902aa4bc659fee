#include "front/syntax/check_table.hpp"

#include <string>
#include <unordered_set>

#include "prim/arith.hpp"
#include "prim/number_text.hpp"

namespace gs::front {

using namespace ast;

namespace {

// The key in a form in which equal keys are equal texts, beginning with their type; empty if it is not constant.
std::string constant_key(const Expr& key) {
  switch (key.kind) {
    case ExprKind::kString:
      return "s" + std::string(as<StringLiteral>(key).value);
    case ExprKind::kInt:
      return "i" + std::to_string(as<IntLiteral>(key).value);
    case ExprKind::kTrue:
      return "t";
    case ExprKind::kFalse:
      return "f";
    case ExprKind::kFloat: {
      const f64 value = as<FloatLiteral>(key).value;
      i64 integer = 0;
      if (prim::to_int_exact(value, integer)) return "i" + std::to_string(integer);
      char digits[prim::kMaxNumberText];
      return "d" + std::string(digits, prim::format_float(value, digits));
    }
    case ExprKind::kUnary: {
      const Unary& unary = as<Unary>(key);
      if (unary.op != UnaryOp::kNegate || unary.operand->kind != ExprKind::kInt) return {};
      return "i" + std::to_string(prim::neg(as<IntLiteral>(*unary.operand).value));
    }
    default:
      return {};
  }
}

// The key as a message shows it.
std::string display(const TableField& field, u64 index) {
  if (field.kind == FieldKind::kNamed) return std::string(field.name);
  if (field.kind == FieldKind::kPositional) return std::to_string(index);
  const std::string key = constant_key(*field.key);
  switch (key[0]) {
    case 't':
      return "true";
    case 'f':
      return "false";
    default:
      return key.substr(1);
  }
}

}  // namespace

void warn_duplicate_keys(std::span<const TableField> fields, Diagnostics& diagnostics) {
  std::unordered_set<std::string> seen;
  u64 index = 0;
  for (const TableField& field : fields) {
    std::string key;
    switch (field.kind) {
      case FieldKind::kPositional:
        key = "i" + std::to_string(++index);
        break;
      case FieldKind::kNamed:
        key = "s" + std::string(field.name);
        break;
      case FieldKind::kKeyed:
        key = constant_key(*field.key);
        break;
    }
    if (key.empty() || seen.insert(std::move(key)).second) continue;
    diagnostics.warning(field.position(), "duplicate key '" + display(field, index) + "' in table literal");
  }
}

}  // namespace gs::front
