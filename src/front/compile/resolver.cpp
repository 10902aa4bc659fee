#include "front/compile/resolver.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "front/compile/lints.hpp"
#include "front/compile/scopes.hpp"

namespace gs::front {

using namespace ast;

namespace {

std::string quoted(std::string_view name) {
  return "'" + std::string(name) + "'";
}

class Resolver {
 public:
  Resolver(const CompileOptions& options, Diagnostics& diagnostics, Resolution& result)
      : options_(options),
        diagnostics_(diagnostics),
        result_(result),
        scopes_(options.kind, result),
        lints_(options, scopes_, diagnostics) {}

  void run(ast::Function& chunk) {
    resolve_function(chunk, {});
    if (options_.warnings) lints_.finish(result_);
  }

 private:
  bool is_module() const { return options_.kind == ChunkKind::kModule; }

  void error(Position position, std::string message) { diagnostics_.error(position, std::move(message)); }
  void warn(Position position, std::string message) {
    if (options_.warnings) diagnostics_.warning(position, std::move(message));
  }

  void assign(Binding& variable, Position position) {
    if (variable.is_constant) return error(position, "cannot assign to constant " + quoted(variable.name));
    scopes_.note_assignment(variable);
  }

  // --- functions

  void resolve_function(ast::Function& function, FunctionRole role) {
    Activation activation{.role = role};
    scopes_.enter_function(activation);
    activation.info->is_vararg = function.vararg != VarargKind::kNone;
    function.info = activation.info;
    Scope scope;
    scopes_.enter(scope, &function.body.scope);
    declare_parameters(function);
    resolve_statements(function.body);
    scopes_.leave();
    scopes_.leave_function();
  }

  void declare_parameters(ast::Function& function) {
    for (Name& name : function.parameters) declare_parameter(name);
    if (function.vararg_name) declare_parameter(*function.vararg_name);
  }

  void declare_parameter(Name& name) {
    if (name.is_blank()) return;
    if (scopes_.find_in_scope(name.text)) return error(name.position(), "duplicate parameter " + quoted(name.text));
    declare_visible(name);
  }

  void declare_visible(Name& name) {
    if (name.is_blank()) return;
    Binding* variable = scopes_.declare(name, false);
    scopes_.facts(*variable).is_visible = true;
    name.binding = variable;
  }

  void resolve_block(Block& block) {
    Scope scope;
    scopes_.enter(scope, &block.scope);
    resolve_statements(block);
    if (options_.warnings) lints_.leave_scope(scope);
    scopes_.leave();
  }

  void resolve_statements(Block& block) {
    if (is_module() && scopes_.is_at_top()) {
      foresee_module_vars(block);
    } else if (!scopes_.is_at_top()) {
      foresee_functions(block);
    }
    for (Stmt* statement : block.statements) resolve_statement(*statement);
  }

  // Functions of a module see all its top-level names, later ones included.
  void foresee_module_vars(Block& block) {
    const auto foresee = [this](const Name& name, bool is_constant) {
      if (!name.is_blank() && !scopes_.find_in_scope(name.text)) scopes_.declare(name, is_constant);
    };
    for (Stmt* statement : block.statements) {
      if (statement->kind == StmtKind::kFuncDecl) {
        foresee(as<FuncDecl>(*statement).name, false);
      } else if (is_declaration(*statement)) {
        for (const Name& name : as<Declaration>(*statement).names) foresee(name, statement->kind == StmtKind::kConst);
      }
    }
  }

  void foresee_functions(Block& block) {
    for (Stmt* statement : block.statements) {
      if (statement->kind != StmtKind::kFuncDecl) continue;
      const Name& name = as<FuncDecl>(*statement).name;
      if (name.is_blank() || scopes_.find_in_scope(name.text)) continue;
      scopes_.facts(*scopes_.declare(name, false)).is_sibling = true;
    }
  }

  // --- statements

  static bool is_declaration(const Stmt& statement) {
    return statement.kind == StmtKind::kDeclare || statement.kind == StmtKind::kVar ||
           statement.kind == StmtKind::kConst;
  }

  void resolve_statement(Stmt& statement) {
    switch (statement.kind) {
      case StmtKind::kDeclare:
      case StmtKind::kVar:
      case StmtKind::kConst:
        return resolve_declaration(as<Declaration>(statement));
      case StmtKind::kFuncDecl:
        return resolve_func_decl(as<FuncDecl>(statement));
      case StmtKind::kAssign:
        resolve_list(as<Assign>(statement).values);
        for (Expr* target : as<Assign>(statement).targets) resolve_target(*target);
        return;
      case StmtKind::kOpAssign:
        return resolve_op_assign(as<OpAssign>(statement));
      case StmtKind::kExpression:
        return resolve_expr(as<ExprStmt>(statement).expr);
      case StmtKind::kSend:
        resolve_expr(as<Send>(statement).channel);
        return resolve_expr(as<Send>(statement).value);
      case StmtKind::kBlock:
        return resolve_block(as<BlockStmt>(statement).body);
      case StmtKind::kIf:
        return resolve_if(as<If>(statement));
      case StmtKind::kForLoop:
        return resolve_for_loop(as<ForLoop>(statement));
      case StmtKind::kForRange:
        return resolve_for_range(as<ForRange>(statement));
      case StmtKind::kSwitch:
        return resolve_switch(as<Switch>(statement));
      case StmtKind::kSelect:
        return resolve_select(as<Select>(statement));
      case StmtKind::kReturn:
        return resolve_list(as<Return>(statement).values);
      case StmtKind::kBreak:
      case StmtKind::kContinue:
        return resolve_jump(as<Jump>(statement));
      case StmtKind::kDefer:
        scopes_.function().info->has_defer = true;
        [[fallthrough]];
      case StmtKind::kGo:
        return resolve_expr(as<Deferred>(statement).call);
    }
  }

  // The init statement of an if, for or switch.
  void resolve_header(Stmt& statement) {
    lints_.enter_header();
    resolve_statement(statement);
    lints_.leave_header();
  }

  void resolve_declaration(Declaration& statement) {
    std::vector<bool> is_new(statement.names.size());
    if (statement.kind == StmtKind::kDeclare) {
      bind_declared(statement, is_new);
    } else {
      bind_var(statement, is_new);
    }
    for (Expr* value : statement.values) {
      if (value->kind == ExprKind::kFunction) {
        resolve_function(*as<FunctionExpr>(*value).function, {.direct_value_of = &statement});
      } else {
        resolve_expr(value);
      }
    }
    for (usize i = 0; i < statement.names.size(); ++i) {
      Name& name = statement.names[i];
      if (!name.binding) continue;
      Binding& variable = *name.binding;
      if (!is_new[i]) assign(variable, name.position());
      scopes_.facts(variable).is_visible = true;
    }
  }

  // Whether the variable was declared before the statement, or by a name of it.
  bool is_declared_by(const Binding& variable, const Stmt& statement) const {
    return scopes_.facts(variable).is_visible || scopes_.facts(variable).declared_by == &statement;
  }

  // Binds the names of `:=`: those of this scope are assigned, others declared.
  void bind_declared(Declaration& statement, std::vector<bool>& is_new) {
    bool any_new = false;
    for (usize i = 0; i < statement.names.size(); ++i) {
      Name& name = statement.names[i];
      if (name.is_blank()) continue;
      Binding* known = scopes_.find_in_scope(name.text);
      is_new[i] = !known || !is_declared_by(*known, statement) || scopes_.may_redeclare();
      any_new = any_new || is_new[i];
      bind_name(statement, name, known, is_new[i], false);
    }
    if (any_new) return;
    Name& first = statement.names.front();
    if (statement.names.size() > 1) {
      error(first.position(), "no new variables on left side of :=");
    } else if (!first.is_blank() && !first.binding->is_constant) {
      warn(first.position(), quoted(first.text) + " is already declared in this block: := assigns to it");
    }
  }

  void bind_var(Declaration& statement, std::vector<bool>& is_new) {
    for (usize i = 0; i < statement.names.size(); ++i) {
      Name& name = statement.names[i];
      if (name.is_blank()) continue;
      Binding* known = scopes_.find_in_scope(name.text);
      if (known && is_declared_by(*known, statement) && !scopes_.may_redeclare()) {
        error(name.position(), quoted(name.text) + " redeclared in this block");
        continue;
      }
      is_new[i] = true;
      bind_name(statement, name, known, true, statement.kind == StmtKind::kConst);
    }
  }

  void bind_name(const Stmt& statement, Name& name, Binding* known, bool is_new, bool is_constant) {
    if (is_new && options_.warnings) lints_.check_declaration(name);
    Binding* variable = known ? known : scopes_.declare(name, is_constant);
    name.binding = variable;
    if (!is_new) return;
    scopes_.facts(*variable).declared_by = &statement;
    variable->declaration = &name;
    variable->is_constant = is_constant;
  }

  void resolve_func_decl(FuncDecl& statement) {
    Name& name = statement.name;
    if (name.is_blank()) return resolve_function(*statement.function, {.declared_in = scopes_.current()});
    Binding* variable = scopes_.find_in_scope(name.text);
    if (!variable) variable = scopes_.declare(name, false);
    name.binding = variable;
    const bool is_known = scopes_.facts(*variable).is_visible && !scopes_.may_redeclare();
    if (is_known) {
      if (!variable->is_constant)
        warn(name.position(), quoted(name.text) + " is already declared in this block: func assigns to it");
    } else {
      if (options_.warnings) lints_.check_declaration(name);
      variable->declaration = &name;
      variable->is_constant = false;
      scopes_.facts(*variable).is_sibling = true;
    }
    resolve_function(*statement.function, {.declared_in = scopes_.current(), .declares = variable});
    if (is_known) assign(*variable, name.position());
    scopes_.facts(*variable).is_visible = true;
  }

  void resolve_target(Expr& target) {
    if (target.kind == ExprKind::kName) {
      auto& name = as<NameExpr>(target);
      if (!name.is_blank()) resolve_name(name, true);
    } else {
      resolve_expr(&target);
    }
  }

  void resolve_op_assign(OpAssign& statement) {
    if (statement.target->kind == ExprKind::kName) {
      resolve_name(as<NameExpr>(*statement.target), true);
    } else {
      resolve_expr(statement.target);
    }
    resolve_expr(statement.value);
  }

  void resolve_if(If& statement) {
    std::deque<Scope> scopes;
    for (IfClause& clause : statement.clauses) {
      if (clause.init) {
        scopes_.enter(scopes.emplace_back(), &clause.init_scope);
        resolve_header(*clause.init);
      }
      resolve_expr(clause.condition);
      resolve_block(clause.body);
    }
    if (statement.otherwise) resolve_block(*statement.otherwise);
    for (usize i = 0; i < scopes.size(); ++i) scopes_.leave();
  }

  void resolve_for_loop(ForLoop& statement) {
    Scope header;
    scopes_.enter(header, &statement.header_scope);
    header.has_own_copies = statement.init && statement.init->kind == StmtKind::kDeclare;
    if (statement.init) resolve_header(*statement.init);
    Scope loop;
    scopes_.enter_loop(loop);
    header.part = Scope::Part::kHeader;
    resolve_expr(statement.condition);
    header.part = Scope::Part::kBody;
    enter_target(statement.label, true);
    resolve_block(statement.body);
    leave_target();
    header.part = Scope::Part::kHeader;
    scopes_.enter_post(header);
    if (statement.post) resolve_statement(*statement.post);
    scopes_.leave_post();
    scopes_.leave();
    scopes_.leave();
  }

  void resolve_for_range(ForRange& statement) {
    resolve_expr(statement.subject);
    Scope loop;
    scopes_.enter_loop(loop);
    Scope header;
    scopes_.enter(header, &statement.header_scope);
    for (Name& name : statement.names) declare_visible(name);
    enter_target(statement.label, true);
    resolve_block(statement.body);
    leave_target();
    scopes_.leave();
    scopes_.leave();
  }

  void resolve_switch(Switch& statement) {
    Scope scope;
    scopes_.enter(scope, &statement.init_scope);
    if (statement.init) resolve_header(*statement.init);
    resolve_expr(statement.tag);
    enter_target(statement.label, false);
    for (SwitchClause& clause : statement.clauses) resolve_list(clause.values);
    for (SwitchClause& clause : statement.clauses) resolve_block(clause.body);
    leave_target();
    scopes_.leave();
  }

  void resolve_select(Select& statement) {
    for (SelectClause& clause : statement.clauses) {
      resolve_expr(clause.channel);
      resolve_expr(clause.value);
    }
    enter_target(statement.label, false);
    for (SelectClause& clause : statement.clauses) {
      Scope header;
      scopes_.enter(header, &clause.header_scope);
      for (Name& name : clause.names) declare_visible(name);
      for (Expr* target : clause.targets) resolve_target(*target);
      resolve_block(clause.body);
      scopes_.leave();
    }
    leave_target();
  }

  // --- labels

  void enter_target(const Name* label, bool is_loop) {
    if (label && !scopes_.function().labels.try_emplace(label->text, false).second) {
      error(label->position(), "label " + quoted(label->text) + " already defined");
    }
    scopes_.function().targets.push_back({label, is_loop});
  }

  void leave_target() {
    const Name* label = scopes_.function().targets.back().label;
    if (label && !scopes_.function().labels[label->text])
      warn(label->position(), "label " + quoted(label->text) + " is not used");
    scopes_.function().targets.pop_back();
  }

  void resolve_jump(Jump& statement) {
    const bool is_continue = statement.kind == StmtKind::kContinue;
    const auto& targets = scopes_.function().targets;
    if (!statement.label) {
      const bool is_inside =
          std::ranges::any_of(targets, [&](const Activation::Target& at) { return at.is_loop || !is_continue; });
      if (!is_inside)
        error(statement.position(), is_continue ? "continue outside loop" : "break outside loop, switch or select");
      return;
    }
    const std::string_view label = statement.label->text;
    const auto found = std::ranges::find_if(
        targets, [&](const Activation::Target& at) { return at.label && at.label->text == label; });
    if (found == targets.end()) return error(statement.label->position(), "label " + quoted(label) + " not defined");
    scopes_.function().labels[label] = true;
    if (is_continue && !found->is_loop) error(statement.label->position(), quoted(label) + " does not label a loop");
  }

  // --- expressions

  void resolve_list(List<Expr> list) {
    for (Expr* expr : list) resolve_expr(expr);
  }

  // Walks down the left spine in a loop; evaluation order does not matter to anything resolved here.
  void resolve_expr(Expr* expr) {
    for (; expr; expr = left_operand(*expr)) resolve_node(*expr);
  }

  // Everything of an expression but its left operand.
  void resolve_node(Expr& expr) {
    switch (expr.kind) {
      case ExprKind::kName:
        return resolve_name(as<NameExpr>(expr), false);
      case ExprKind::kVararg:
      case ExprKind::kVarargCount:
        return require_vararg(expr);
      case ExprKind::kVarargIndex:
        require_vararg(expr);
        return resolve_expr(as<VarargIndex>(expr).key);
      case ExprKind::kParen:
        return resolve_expr(as<Paren>(expr).inner);
      case ExprKind::kFunction:
        return resolve_function(*as<FunctionExpr>(expr).function, {});
      case ExprKind::kTable:
        for (const TableField& field : as<Table>(expr).fields) {
          resolve_expr(field.key);
          resolve_expr(field.value);
        }
        return;
      case ExprKind::kMakeChannel:
        return resolve_expr(as<MakeChannel>(expr).size);
      case ExprKind::kUnary:
        return resolve_expr(as<Unary>(expr).operand);
      case ExprKind::kReceive:
        return resolve_expr(as<Receive>(expr).channel);
      case ExprKind::kBinary:
        return resolve_expr(as<Binary>(expr).right);
      case ExprKind::kLogical:
        return resolve_list(as<Logical>(expr).operands);
      case ExprKind::kConcat:
        return resolve_list(as<Concat>(expr).operands);
      case ExprKind::kIndex:
        return resolve_expr(as<Index>(expr).key);
      case ExprKind::kCall:
        return resolve_list(as<Call>(expr).arguments);
      case ExprKind::kMethodCall:
        return resolve_list(as<MethodCall>(expr).arguments);
      default:
        return;
    }
  }

  void require_vararg(const Expr& expr) {
    if (!scopes_.function().info->is_vararg) error(expr.position(), "cannot use '...' outside a vararg function");
  }

  void resolve_name(NameExpr& name, bool is_assigned) {
    if (name.is_blank()) return error(name.position(), "cannot use _ as a value");
    Binding* variable = scopes_.find(name.text);
    if (!variable) {
      lints_.note_unknown(name);
      return;
    }
    name.binding = variable;
    if (is_assigned) {
      assign(*variable, name.position());
    } else {
      scopes_.note_read(*variable);
    }
  }

  const CompileOptions& options_;
  Diagnostics& diagnostics_;
  Resolution& result_;
  Scopes scopes_;
  Lints lints_;
};

}  // namespace

Resolution resolve(ast::Function& chunk, const CompileOptions& options, Diagnostics& diagnostics) {
  Resolution result;
  Resolver(options, diagnostics, result).run(chunk);
  return result;
}

}  // namespace gs::front
