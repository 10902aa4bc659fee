// Statements as text.
#include "front/syntax/ast_printer.hpp"

namespace gs::front {

using namespace ast;

namespace {

class StmtPrinter {
 public:
  StmtPrinter(std::string& out, usize indent) : out_(out), indent_(indent) {}

  void print_statements(const Block& block) {
    for (const Stmt* statement : block.statements) {
      out_.append(indent_, ' ');
      print(*statement);
      out_ += '\n';
    }
  }

  void print_parameters(const Function& function) {
    out_ += '(';
    print_names(function.parameters);
    if (function.vararg != VarargKind::kNone && !function.parameters.empty()) out_ += ", ";
    if (function.vararg == VarargKind::kNamed) out_ += function.vararg_name->text;
    out_ += function.vararg == VarargKind::kNone ? ")" : "...)";
  }

  void print_body(const Block& block) {
    out_ += "{\n";
    StmtPrinter(out_, indent_ + 2).print_statements(block);
    out_.append(indent_, ' ') += '}';
  }

 private:
  void print(const Stmt& stmt) {
    switch (stmt.kind) {
      case StmtKind::kDeclare:
      case StmtKind::kVar:
      case StmtKind::kConst:
        return print_declaration(as<Declaration>(stmt));
      case StmtKind::kFuncDecl:
        return print_function(out_, *as<FuncDecl>(stmt).function, indent_);
      case StmtKind::kAssign:
        return print_assign(as<Assign>(stmt));
      case StmtKind::kOpAssign:
        return print_op_assign(out_, as<OpAssign>(stmt), indent_);
      case StmtKind::kExpression:
        return print(*as<ExprStmt>(stmt).expr);
      case StmtKind::kSend:
        print(*as<Send>(stmt).channel);
        out_ += " <- ";
        return print(*as<Send>(stmt).value);
      case StmtKind::kBlock:
        return print_body(as<BlockStmt>(stmt).body);
      case StmtKind::kIf:
        return print_if(as<If>(stmt));
      case StmtKind::kForLoop:
        return print_for(as<ForLoop>(stmt));
      case StmtKind::kForRange:
        return print_for_range(as<ForRange>(stmt));
      case StmtKind::kSwitch:
        return print_switch(as<Switch>(stmt));
      case StmtKind::kSelect:
        return print_select(as<Select>(stmt));
      case StmtKind::kReturn:
        out_ += as<Return>(stmt).values.empty() ? "return" : "return ";
        return print_list(as<Return>(stmt).values);
      case StmtKind::kBreak:
        return print_jump("break", as<Jump>(stmt));
      case StmtKind::kContinue:
        return print_jump("continue", as<Jump>(stmt));
      case StmtKind::kGo:
        out_ += "go ";
        return print(*as<Deferred>(stmt).call);
      case StmtKind::kDefer:
        out_ += "defer ";
        return print(*as<Deferred>(stmt).call);
    }
  }

  void print(const Expr& expr) { print_expr(out_, expr, indent_); }

  void print_list(List<Expr> list) {
    for (usize i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ", ";
      print(*list[i]);
    }
  }

  void print_names(std::span<const Name> names) {
    for (usize i = 0; i < names.size(); ++i) {
      if (i > 0) out_ += ", ";
      out_ += names[i].text;
    }
  }

  void print_label(const Name* label) {
    if (label) (out_ += label->text) += ": ";
  }

  void print_declaration(const Declaration& declaration) {
    if (declaration.kind == StmtKind::kVar) out_ += "var ";
    if (declaration.kind == StmtKind::kConst) out_ += "const ";
    print_names(declaration.names);
    if (declaration.values.empty()) return;
    out_ += declaration.kind == StmtKind::kDeclare ? " := " : " = ";
    print_list(declaration.values);
  }

  void print_assign(const Assign& assign) {
    print_list(assign.targets);
    out_ += " = ";
    print_list(assign.values);
  }

  void print_init(const Stmt* init) {
    if (!init) return;
    print(*init);
    out_ += "; ";
  }

  void print_if(const If& statement) {
    for (const IfClause& clause : statement.clauses) {
      out_ += &clause == statement.clauses.data() ? "if " : " else if ";
      print_init(clause.init);
      print(*clause.condition);
      out_ += ' ';
      print_body(clause.body);
    }
    if (!statement.otherwise) return;
    out_ += " else ";
    print_body(*statement.otherwise);
  }

  void print_for(const ForLoop& loop) {
    print_label(loop.label);
    out_ += "for ";
    const bool has_parts = loop.init || loop.post;
    if (loop.init) print(*loop.init);
    if (has_parts) out_ += "; ";
    if (loop.condition) print(*loop.condition);
    if (has_parts) out_ += "; ";
    if (loop.post) print(*loop.post);
    if (loop.post || (loop.condition && !has_parts)) out_ += ' ';
    print_body(loop.body);
  }

  void print_for_range(const ForRange& loop) {
    print_label(loop.label);
    out_ += "for ";
    print_names(loop.names);
    out_ += loop.names.empty() ? "range " : " := range ";
    print(*loop.subject);
    out_ += ' ';
    print_body(loop.body);
  }

  void print_switch(const Switch& statement) {
    print_label(statement.label);
    out_ += "switch ";
    print_init(statement.init);
    if (statement.tag) print(*statement.tag);
    out_ += statement.tag ? " {\n" : "{\n";
    for (const SwitchClause& clause : statement.clauses) {
      out_.append(indent_, ' ') += clause.is_default ? "default" : "case ";
      print_list(clause.values);
      print_clause_body(clause.body);
      if (clause.falls_through) out_.append(indent_ + 2, ' ') += "fallthrough\n";
    }
    out_.append(indent_, ' ') += '}';
  }

  void print_clause_body(const Block& body) {
    out_ += ":\n";
    StmtPrinter(out_, indent_ + 2).print_statements(body);
  }

  void print_select(const Select& statement) {
    print_label(statement.label);
    out_ += "select {\n";
    for (const SelectClause& clause : statement.clauses) {
      out_.append(indent_, ' ');
      print_comm(clause);
      print_clause_body(clause.body);
    }
    out_.append(indent_, ' ') += '}';
  }

  void print_comm(const SelectClause& clause) {
    out_ += clause.kind == CommKind::kDefault ? "default" : "case ";
    if (clause.kind == CommKind::kDefault) return;
    if (clause.kind == CommKind::kSend) {
      print(*clause.channel);
      out_ += " <- ";
      return print(*clause.value);
    }
    print_names(clause.names);
    print_list(clause.targets);
    if (!clause.names.empty()) out_ += " := ";
    if (!clause.targets.empty()) out_ += " = ";
    out_ += "<-";
    print(*clause.channel);
  }

  void print_jump(const char* keyword, const Jump& jump) {
    out_ += keyword;
    if (jump.label) (out_ += ' ') += jump.label->text;
  }

  std::string& out_;
  usize indent_;
};

}  // namespace

void print_function(std::string& out, const Function& function, usize indent) {
  out += "func";
  if (!function.name.empty()) (out += ' ') += function.name;
  StmtPrinter printer(out, indent);
  printer.print_parameters(function);
  out += ' ';
  printer.print_body(function.body);
}

std::string print_tree(const Function& function) {
  std::string out;
  if (function.is_chunk) {
    StmtPrinter(out, 0).print_statements(function.body);
  } else {
    print_function(out, function, 0);
    out += '\n';
  }
  return out;
}

}  // namespace gs::front
