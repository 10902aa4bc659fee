// Statements: dispatch, scopes, return.
#include "front/compile/function_compiler.hpp"

namespace gs::front {

using namespace ast;

void FunctionCompiler::statements(const Block& block) {
  for (const Stmt* stmt : block.statements) statement(*stmt);
}

// Makes the cells of the scope's variables that functions capture before their declarations have run.
void FunctionCompiler::enter_scope(const ScopeInfo* scope, u32 line) {
  if (!scope) return;
  for (Binding* binding : scope->early) make_early_cell(*binding, line);
  activate_locals();
}

void FunctionCompiler::block(const Block& block) {
  const u32 outer = locals_end_;
  enter_scope(block.scope, block.start.line);
  statements(block);
  next_ = locals_end_ = outer;
}

void FunctionCompiler::statement(const Stmt& stmt) {
  GS_ASSERT(next_ == locals_end_ || is_too_large_, "no temporaries are left between statements");
  position_ = stmt.position();
  line_ = stmt.line;
  switch (stmt.kind) {
    case StmtKind::kDeclare:
    case StmtKind::kVar:
    case StmtKind::kConst:
      return declaration(as<Declaration>(stmt));
    case StmtKind::kFuncDecl:
      return func_decl(as<FuncDecl>(stmt));
    case StmtKind::kAssign:
      return assign(as<Assign>(stmt));
    case StmtKind::kOpAssign:
      return op_assign(as<OpAssign>(stmt));
    case StmtKind::kExpression:
      return discard(*as<ExprStmt>(stmt).expr);
    case StmtKind::kSend:
      return send(as<Send>(stmt));
    case StmtKind::kBlock:
      return block(as<BlockStmt>(stmt).body);
    case StmtKind::kIf:
      return if_statement(as<If>(stmt));
    case StmtKind::kForLoop:
      return for_loop(as<ForLoop>(stmt));
    case StmtKind::kForRange:
      return for_range(as<ForRange>(stmt));
    case StmtKind::kSwitch:
      return switch_statement(as<Switch>(stmt));
    case StmtKind::kSelect:
      return select_statement(as<Select>(stmt));
    case StmtKind::kReturn:
      return return_values(as<Return>(stmt));
    case StmtKind::kBreak:
    case StmtKind::kContinue:
      return leave(as<Jump>(stmt));
    case StmtKind::kGo:
    case StmtKind::kDefer:
      return go_or_defer(as<Deferred>(stmt));
  }
}

void FunctionCompiler::return_values(const Return& stmt) {
  const u32 mark = next_;
  if (stmt.values.size() == 1 && !is_multiple(*stmt.values[0])) {
    emit_return(operand_any(*stmt.values[0]), 2, stmt.line);
  } else {
    emit_return(mark, place_list(stmt.values), stmt.line);
  }
  drop_to(mark);
}

void FunctionCompiler::emit_return(u32 first, u32 coded_count, u32 line) {
  if (info_.has_defer) {
    emit(Op::RETURND, first, coded_count, 0, line);
  } else if (coded_count == 1) {
    emit(Op::RETURN0, 0, 0, 0, line);
  } else if (coded_count == 2) {
    emit(Op::RETURN1, first, 0, 0, line);
  } else {
    emit(Op::RETURN, first, coded_count, 0, line);
  }
}

}  // namespace gs::front
