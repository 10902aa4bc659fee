// Expressions as text. Left spines are walked in a loop.
#include <cstdio>
#include <vector>

#include "front/syntax/ast_printer.hpp"
#include "prim/number_text.hpp"

namespace gs::front {

using namespace ast;

namespace {

const char* text_of(BinaryOp op) {
  switch (op) {
    case BinaryOp::kAdd:
      return "+";
    case BinaryOp::kSub:
      return "-";
    case BinaryOp::kMul:
      return "*";
    case BinaryOp::kDiv:
      return "/";
    case BinaryOp::kMod:
      return "%";
    case BinaryOp::kPow:
      return "**";
    case BinaryOp::kBitAnd:
      return "&";
    case BinaryOp::kBitOr:
      return "|";
    case BinaryOp::kBitXor:
      return "^";
    case BinaryOp::kAndNot:
      return "&^";
    case BinaryOp::kShiftLeft:
      return "<<";
    case BinaryOp::kShiftRight:
      return ">>";
    case BinaryOp::kConcat:
      return "..";
    case BinaryOp::kEqual:
      return "==";
    case BinaryOp::kNotEqual:
      return "!=";
    case BinaryOp::kLess:
      return "<";
    case BinaryOp::kLessEqual:
      return "<=";
    case BinaryOp::kGreater:
      return ">";
    case BinaryOp::kGreaterEqual:
      return ">=";
  }
  return "";
}

const char* text_of(UnaryOp op) {
  switch (op) {
    case UnaryOp::kNegate:
      return "-";
    case UnaryOp::kComplement:
      return "^";
    case UnaryOp::kNot:
      return "!";
    case UnaryOp::kLength:
      return "#";
  }
  return "";
}

class ExprPrinter {
 public:
  ExprPrinter(std::string& out, usize indent) : out_(out), indent_(indent) {}

  void print(const Expr& expr) {
    std::vector<const Expr*> spine{&expr};
    while (const Expr* left = left_operand(*spine.back())) spine.push_back(left);
    for (const Expr* node : spine) {
      if (node->kind == ExprKind::kBinary) out_ += '(';
    }
    print_operand(*spine.back());
    spine.pop_back();
    for (; !spine.empty(); spine.pop_back()) print_spine_node(*spine.back());
  }

  void print_list(List<Expr> list, const char* separator = ", ") {
    for (usize i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += separator;
      print(*list[i]);
    }
  }

 private:
  // What follows the left operand.
  void print_spine_node(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::kBinary: {
        const Binary& binary = as<Binary>(expr);
        ((out_ += ' ') += text_of(binary.op)) += ' ';
        print(*binary.right);
        out_ += ')';
        break;
      }
      case ExprKind::kField:
        (out_ += '.') += as<Field>(expr).name;
        break;
      case ExprKind::kIndex:
        print_bracketed("[", *as<Index>(expr).key, "]");
        break;
      case ExprKind::kCall:
        print_arguments(as<Call>(expr).arguments, as<Call>(expr).spread);
        break;
      case ExprKind::kMethodCall: {
        const MethodCall& call = as<MethodCall>(expr);
        (out_ += ':') += call.name;
        print_arguments(call.arguments, call.spread);
        break;
      }
      default:
        break;
    }
  }

  void print_operand(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::kBad:
        out_ += "<error>";
        break;
      case ExprKind::kNil:
        out_ += "nil";
        break;
      case ExprKind::kTrue:
        out_ += "true";
        break;
      case ExprKind::kFalse:
        out_ += "false";
        break;
      case ExprKind::kInt:
        print_int(as<IntLiteral>(expr).value);
        break;
      case ExprKind::kFloat:
        print_float(as<FloatLiteral>(expr).value);
        break;
      case ExprKind::kString:
        print_quoted(out_, as<StringLiteral>(expr).value);
        break;
      case ExprKind::kName:
        out_ += as<NameExpr>(expr).text;
        break;
      case ExprKind::kVararg:
        out_ += "...";
        break;
      case ExprKind::kVarargCount:
        out_ += "#...";
        break;
      case ExprKind::kVarargIndex:
        print_bracketed("...[", *as<VarargIndex>(expr).key, "]");
        break;
      case ExprKind::kParen:
        print_bracketed("((", *as<Paren>(expr).inner, "))");
        break;
      case ExprKind::kFunction:
        print_function(out_, *as<FunctionExpr>(expr).function, indent_);
        break;
      case ExprKind::kTable:
        print_table(as<Table>(expr));
        break;
      case ExprKind::kMakeChannel:
        print_make_channel(as<MakeChannel>(expr));
        break;
      case ExprKind::kUnary:
        print_prefix(text_of(as<Unary>(expr).op), *as<Unary>(expr).operand);
        break;
      case ExprKind::kReceive:
        print_prefix("<-", *as<Receive>(expr).channel);
        break;
      case ExprKind::kLogical:
        print_chain(as<Logical>(expr).operands, as<Logical>(expr).is_and ? " && " : " || ");
        break;
      case ExprKind::kConcat:
        print_chain(as<Concat>(expr).operands, " .. ");
        break;
      default:
        print_spine_node(expr);
        break;
    }
  }

  void print_bracketed(const char* open, const Expr& expr, const char* close) {
    out_ += open;
    print(expr);
    out_ += close;
  }

  void print_prefix(const char* op, const Expr& operand) {
    (out_ += '(') += op;
    print(operand);
    out_ += ')';
  }

  void print_chain(List<Expr> operands, const char* separator) {
    out_ += '(';
    print_list(operands, separator);
    out_ += ')';
  }

  void print_arguments(List<Expr> arguments, bool spread) {
    out_ += '(';
    print_list(arguments);
    out_ += spread ? "...)" : ")";
  }

  void print_make_channel(const MakeChannel& make) {
    out_ += "make(chan";
    if (make.size) print_bracketed(", ", *make.size, "");
    out_ += ')';
  }

  void print_table(const Table& table) {
    out_ += '{';
    for (usize i = 0; i < table.fields.size(); ++i) {
      const TableField& field = table.fields[i];
      if (i > 0) out_ += ", ";
      if (field.kind == FieldKind::kNamed) (out_ += field.name) += ": ";
      if (field.kind == FieldKind::kKeyed) print_bracketed("[", *field.key, "]: ");
      print(*field.value);
    }
    out_ += '}';
  }

  void print_int(i64 value) {
    char buffer[prim::kMaxNumberText];
    out_.append(buffer, prim::format_int(value, buffer));
  }

  void print_float(f64 value) {
    char buffer[prim::kMaxNumberText];
    out_.append(buffer, prim::format_float(value, buffer));
  }

  std::string& out_;
  usize indent_;
};

}  // namespace

void print_expr(std::string& out, const Expr& expr, usize indent) {
  ExprPrinter(out, indent).print(expr);
}

void print_op_assign(std::string& out, const OpAssign& assign, usize indent) {
  ExprPrinter printer(out, indent);
  printer.print(*assign.target);
  ((out += ' ') += text_of(assign.op)) += "= ";
  printer.print(*assign.value);
}

void print_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (u8(c) < ' ' || c == 0x7F) {
      char escape[5];
      std::snprintf(escape, sizeof escape, "\\x%02x", unsigned(u8(c)));
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace gs::front
