#include "front/compile/resolver.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <unordered_set>

namespace gs::front {

using namespace ast;

namespace {

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

// A scope while it is being resolved. Steps count assignments, captures and loop starts in source order.
struct Scope {
  enum class Part : u8 { kBody, kHeader };  // of a loop's header scope: what is being resolved

  Scope* parent = nullptr;
  FunctionInfo* function = nullptr;
  ScopeInfo** info = nullptr;       // where the tree wants the annotation
  u32 loop_start = 0;               // step at which the loop began whose body this scope is in; 0: not a loop's
  bool has_own_copies = false;      // header of a three-part loop: its variables are fresh in each iteration
  Part part = Part::kBody;
  std::vector<Binding*> bindings{};
};

// What the resolver knows of a binding besides its annotation.
struct Facts {
  Scope* scope = nullptr;
  bool is_visible = false;              // its declaring statement has ended
  bool is_sibling = false;              // a `func` of its block: visible in the block's func declarations before that
  const Stmt* declared_by = nullptr;    // the statement whose function literals see it before its end
  bool is_written_elsewhere = false;    // assigned by an inner function
  bool is_captured_in_header = false;   // by a function made in the condition or post statement of its loop
  bool is_assigned_in_post = false;
  u32 last_assignment = 0;              // steps
  u32 first_capture = 0;
  bool needs_cell = false;
};

// An enclosing statement that break or continue may name.
struct Target {
  const Name* label;
  bool is_loop;
};

// A function while it is being resolved.
struct Activation {
  Activation* outer = nullptr;
  FunctionInfo* info = nullptr;
  Scope* made_in = nullptr;               // the scope the function is created in
  const Scope* declared_in = nullptr;     // of a func declaration: its block's scope
  const Binding* declares = nullptr;      // of a func declaration: the binding of its name
  const Stmt* direct_value_of = nullptr;  // of a literal directly on the right of a declaration: that statement
  std::vector<Target> targets{};
  std::unordered_map<std::string_view, bool> labels{};  // whether used
};

class Resolver {
 public:
  Resolver(const CompileOptions& options, Diagnostics& diagnostics, Resolution& result)
      : options_(options), diagnostics_(diagnostics), result_(result) {}

  void run(ast::Function& chunk) {
    resolve_function(chunk, {});
    warn_about_unknown_names();
  }

 private:
  bool is_module() const { return options_.kind == ChunkKind::kModule; }
  bool may_redeclare(const Scope& scope) const { return options_.kind == ChunkKind::kRepl && &scope == top_scope_; }

  void error(Position position, std::string message) { diagnostics_.error(position, std::move(message)); }
  void warn(Position position, std::string message) {
    if (options_.warnings) diagnostics_.warning(position, std::move(message));
  }

  // --- scopes

  void enter(Scope& scope, ScopeInfo** info) {
    scope.parent = scope_;
    scope.function = activation_->info;
    scope.info = info;
    scope_ = &scope;
  }

  void leave() {
    for (Binding* binding : scope_->bindings) by_name_[binding->name].pop_back();
    scope_ = scope_->parent;
  }

  Binding* declare(const Name& name, bool is_constant) {
    Binding& variable = result_.bindings.emplace_back();
    facts_.emplace_back().scope = scope_;
    variable.id = u32(facts_.size() - 1);
    variable.name = name.text;
    variable.declaration = &name;
    variable.is_constant = is_constant;
    variable.function = activation_->info;
    if (scope_ == top_scope_) {
      variable.kind = is_module() ? Binding::Kind::kModuleVar : Binding::Kind::kGlobal;
      if (is_module()) {
        variable.module_index = u32(result_.module_vars.size());
        result_.module_vars.push_back(name.text);
      }
    } else {
      activation_->info->variables.push_back(&variable);
    }
    scope_->bindings.push_back(&variable);
    by_name_[name.text].push_back(&variable);
    return &variable;
  }

  // The variable of that name in the current scope, declared or yet to be.
  Binding* find_in_scope(std::string_view name) {
    const auto found = by_name_.find(name);
    if (found == by_name_.end() || found->second.empty()) return nullptr;
    Binding* variable = found->second.back();
    return facts_[variable->id].scope == scope_ ? variable : nullptr;
  }

  bool is_visible_before_its_declaration(const Binding& variable) const {
    if (variable.kind == Binding::Kind::kModuleVar) return activation_->outer != nullptr;
    for (const Activation* at = activation_; at; at = at->outer) {
      if (facts_[variable.id].is_sibling && at->declared_in == facts_[variable.id].scope) return true;
      if (at->direct_value_of && at->direct_value_of == facts_[variable.id].declared_by) return true;
    }
    return false;
  }

  Binding* find(std::string_view name) {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return nullptr;
    for (usize i = found->second.size(); i-- > 0;) {
      Binding* variable = found->second[i];
      if (facts_[variable->id].is_visible || is_visible_before_its_declaration(*variable)) return variable;
    }
    return nullptr;
  }

  // --- captures and assignments

  void use(Binding& variable) {
    if (variable.kind != Binding::Kind::kLocal || variable.function == activation_->info) return;
    Activation* inner = activation_;
    while (inner->info->parent != variable.function) inner = inner->outer;
    capture_into(*activation_->info, variable);
    note_capture(variable, *inner);
  }

  void capture_into(FunctionInfo& function, Binding& variable) {
    for (FunctionInfo* at = &function; at != variable.function; at = at->parent) {
      const bool is_new = at->capture_index.try_emplace(&variable, u32(at->captures.size())).second;
      if (!is_new) return;
      at->captures.push_back(&variable);
    }
  }

  // `inner` is the function directly inside the variable's own that captures it.
  void note_capture(Binding& variable, const Activation& inner) {
    Facts& facts = facts_[variable.id];
    variable.is_captured = true;
    if (!facts.is_visible) {
      variable.is_early = true;
      if (inner.declared_in == facts.scope && inner.declares != &variable && !variable.is_early_at_entry) {
        variable.is_early_at_entry = true;
        scope_info(*facts.scope).early.push_back(&variable);
      }
    }
    if (facts.first_capture == 0) facts.first_capture = ++step_;
    if (facts.scope->part == Scope::Part::kHeader) facts.is_captured_in_header = true;
    if (facts.last_assignment != 0 && facts.last_assignment >= outermost_loop(*inner.made_in, *facts.scope)) {
      facts.needs_cell = true;
    }
  }

  ScopeInfo& scope_info(Scope& scope) {
    if (!*scope.info) *scope.info = &result_.scopes.emplace_back();
    return **scope.info;
  }

  // The step at which the outermost loop between a scope and a variable's scope began: from there on assignments may run
  // again after the capture. ~0 without such a loop. A loop does not repeat assignments to the copies it makes itself.
  static u32 outermost_loop(const Scope& from, const Scope& variable_scope) {
    u32 start = ~0u;
    for (const Scope* at = &from; at != &variable_scope; at = at->parent) {
      const bool is_own_loop = variable_scope.has_own_copies && at->parent == &variable_scope;
      if (at->loop_start != 0 && !is_own_loop) start = at->loop_start;
    }
    return start;
  }

  void assign(Binding& variable, Position position) {
    if (variable.is_constant) return error(position, "cannot assign to constant " + quoted(variable.name));
    use(variable);
    Facts& facts = facts_[variable.id];
    variable.is_assigned = true;
    if (variable.function != activation_->info) {
      facts.is_written_elsewhere = true;
    } else if (facts.scope == post_scope_) {
      facts.is_assigned_in_post = true;
    } else {
      facts.last_assignment = ++step_;
      if (facts.first_capture != 0) facts.needs_cell = true;
    }
  }

  // Decides where the variables of a finished function live.
  void settle(FunctionInfo& function) {
    for (Binding* binding : function.variables) {
      const Facts& facts = facts_[binding->id];
      binding->is_in_cell = binding->is_captured && (binding->is_early || facts.needs_cell || facts.is_written_elsewhere ||
                                                     (facts.is_captured_in_header && binding->is_assigned));
    }
  }

  // --- functions

  struct FunctionRole {
    const Scope* declared_in = nullptr;
    const Binding* declares = nullptr;
    const Stmt* direct_value_of = nullptr;
  };

  void resolve_function(ast::Function& function, FunctionRole role) {
    FunctionInfo& info = result_.functions.emplace_back();
    info.index = u32(result_.functions.size() - 1);
    info.parent = activation_ ? activation_->info : nullptr;
    info.is_vararg = function.vararg != VarargKind::kNone;
    function.info = &info;
    Activation activation{.outer = activation_,
                          .info = &info,
                          .made_in = scope_,
                          .declared_in = role.declared_in,
                          .declares = role.declares,
                          .direct_value_of = role.direct_value_of};
    activation_ = &activation;
    Scope* const outer_post = std::exchange(post_scope_, nullptr);
    Scope scope;
    enter(scope, &function.body.scope);
    if (function.is_chunk) top_scope_ = &scope;
    declare_parameters(function);
    resolve_statements(function.body);
    leave();
    settle(info);
    post_scope_ = outer_post;
    activation_ = activation.outer;
  }

  void declare_parameters(ast::Function& function) {
    for (Name& name : function.parameters) declare_parameter(name);
    if (function.vararg_name) declare_parameter(*function.vararg_name);
  }

  void declare_parameter(Name& name) {
    if (name.is_blank()) return;
    if (find_in_scope(name.text)) return error(name.position(), "duplicate parameter " + quoted(name.text));
    declare_visible(name);
  }

  void declare_visible(Name& name) {
    if (name.is_blank()) return;
    Binding* variable = declare(name, false);
    facts_[variable->id].is_visible = true;
    name.binding = variable;
  }

  void resolve_block(Block& block) {
    Scope scope;
    enter(scope, &block.scope);
    resolve_statements(block);
    leave();
  }

  void resolve_statements(Block& block) {
    if (is_module() && scope_ == top_scope_) {
      foresee_module_vars(block);
    } else if (scope_ != top_scope_) {
      foresee_functions(block);
    }
    for (Stmt* statement : block.statements) resolve_statement(*statement);
  }

  // Functions of a module see all its top-level names, later ones included.
  void foresee_module_vars(Block& block) {
    const auto foresee = [this](const Name& name, bool is_constant) {
      if (!name.is_blank() && !find_in_scope(name.text)) declare(name, is_constant);
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
      if (name.is_blank() || find_in_scope(name.text)) continue;
      facts_[declare(name, false)->id].is_sibling = true;
    }
  }

  // --- statements

  static bool is_declaration(const Stmt& statement) {
    return statement.kind == StmtKind::kDeclare || statement.kind == StmtKind::kVar || statement.kind == StmtKind::kConst;
  }

  void resolve_statement(Stmt& statement) {
    switch (statement.kind) {
      case StmtKind::kDeclare:
      case StmtKind::kVar:
      case StmtKind::kConst: return resolve_declaration(as<Declaration>(statement));
      case StmtKind::kFuncDecl: return resolve_func_decl(as<FuncDecl>(statement));
      case StmtKind::kAssign:
        resolve_list(as<Assign>(statement).values);
        for (Expr* target : as<Assign>(statement).targets) resolve_target(*target);
        return;
      case StmtKind::kOpAssign: return resolve_op_assign(as<OpAssign>(statement));
      case StmtKind::kExpression: return resolve_expr(as<ExprStmt>(statement).expr);
      case StmtKind::kSend:
        resolve_expr(as<Send>(statement).channel);
        return resolve_expr(as<Send>(statement).value);
      case StmtKind::kBlock: return resolve_block(as<BlockStmt>(statement).body);
      case StmtKind::kIf: return resolve_if(as<If>(statement));
      case StmtKind::kForLoop: return resolve_for_loop(as<ForLoop>(statement));
      case StmtKind::kForRange: return resolve_for_range(as<ForRange>(statement));
      case StmtKind::kSwitch: return resolve_switch(as<Switch>(statement));
      case StmtKind::kSelect: return resolve_select(as<Select>(statement));
      case StmtKind::kReturn: return resolve_list(as<Return>(statement).values);
      case StmtKind::kBreak:
      case StmtKind::kContinue: return resolve_jump(as<Jump>(statement));
      case StmtKind::kDefer:
        activation_->info->has_defer = true;
        [[fallthrough]];
      case StmtKind::kGo: return resolve_expr(as<Deferred>(statement).call);
    }
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
      facts_[variable.id].is_visible = true;
    }
  }

  // Whether the variable was declared before the statement, or by a name of it.
  bool is_declared_by(const Binding& variable, const Stmt& statement) const {
    return facts_[variable.id].is_visible || facts_[variable.id].declared_by == &statement;
  }

  // Binds the names of `:=`: those of this scope are assigned, others declared.
  void bind_declared(Declaration& statement, std::vector<bool>& is_new) {
    bool any_new = false;
    for (usize i = 0; i < statement.names.size(); ++i) {
      Name& name = statement.names[i];
      if (name.is_blank()) continue;
      Binding* known = find_in_scope(name.text);
      is_new[i] = !known || !is_declared_by(*known, statement) || may_redeclare(*scope_);
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
      Binding* known = find_in_scope(name.text);
      if (known && is_declared_by(*known, statement) && !may_redeclare(*scope_)) {
        error(name.position(), quoted(name.text) + " redeclared in this block");
        continue;
      }
      is_new[i] = true;
      bind_name(statement, name, known, true, statement.kind == StmtKind::kConst);
    }
  }

  void bind_name(const Stmt& statement, Name& name, Binding* known, bool is_new, bool is_constant) {
    Binding* variable = known ? known : declare(name, is_constant);
    name.binding = variable;
    if (!is_new) return;
    facts_[variable->id].declared_by = &statement;
    variable->declaration = &name;
    variable->is_constant = is_constant;
  }

  void resolve_func_decl(FuncDecl& statement) {
    Name& name = statement.name;
    if (name.is_blank()) return resolve_function(*statement.function, {.declared_in = scope_});
    Binding* variable = find_in_scope(name.text);
    if (!variable) variable = declare(name, false);
    name.binding = variable;
    const bool is_known = facts_[variable->id].is_visible && !may_redeclare(*scope_);
    if (is_known) {
      if (!variable->is_constant) warn(name.position(), quoted(name.text) + " is already declared in this block: func assigns to it");
    } else {
      variable->declaration = &name;
      variable->is_constant = false;
      facts_[variable->id].is_sibling = true;
    }
    resolve_function(*statement.function, {.declared_in = scope_, .declares = variable});
    if (is_known) assign(*variable, name.position());
    facts_[variable->id].is_visible = true;
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
        enter(scopes.emplace_back(), &clause.init_scope);
        resolve_statement(*clause.init);
      }
      resolve_expr(clause.condition);
      resolve_block(clause.body);
    }
    if (statement.otherwise) resolve_block(*statement.otherwise);
    for (usize i = 0; i < scopes.size(); ++i) leave();
  }

  void resolve_for_loop(ForLoop& statement) {
    Scope header;
    enter(header, &statement.header_scope);
    header.has_own_copies = statement.init && statement.init->kind == StmtKind::kDeclare;
    if (statement.init) resolve_statement(*statement.init);
    Scope loop;
    enter(loop, nullptr);
    loop.loop_start = ++step_;
    header.part = Scope::Part::kHeader;
    resolve_expr(statement.condition);
    header.part = Scope::Part::kBody;
    enter_target(statement.label, true);
    resolve_block(statement.body);
    leave_target();
    header.part = Scope::Part::kHeader;
    if (statement.post) resolve_post(*statement.post, header);
    leave();
    leave();
  }

  // The post statement works on the copies for the next iteration.
  void resolve_post(Stmt& post, Scope& header) {
    Scope* const outer = post_scope_;
    post_scope_ = header.has_own_copies ? &header : nullptr;
    resolve_statement(post);
    post_scope_ = outer;
  }

  void resolve_for_range(ForRange& statement) {
    resolve_expr(statement.subject);
    Scope loop;
    enter(loop, nullptr);
    loop.loop_start = ++step_;
    Scope header;
    enter(header, &statement.header_scope);
    for (Name& name : statement.names) declare_visible(name);
    enter_target(statement.label, true);
    resolve_block(statement.body);
    leave_target();
    leave();
    leave();
  }

  void resolve_switch(Switch& statement) {
    Scope scope;
    enter(scope, &statement.init_scope);
    if (statement.init) resolve_statement(*statement.init);
    resolve_expr(statement.tag);
    enter_target(statement.label, false);
    for (SwitchClause& clause : statement.clauses) resolve_list(clause.values);
    for (SwitchClause& clause : statement.clauses) resolve_block(clause.body);
    leave_target();
    leave();
  }

  void resolve_select(Select& statement) {
    for (SelectClause& clause : statement.clauses) {
      resolve_expr(clause.channel);
      resolve_expr(clause.value);
    }
    enter_target(statement.label, false);
    for (SelectClause& clause : statement.clauses) {
      Scope header;
      enter(header, &clause.header_scope);
      for (Name& name : clause.names) declare_visible(name);
      for (Expr* target : clause.targets) resolve_target(*target);
      resolve_block(clause.body);
      leave();
    }
    leave_target();
  }

  // --- labels

  void enter_target(const Name* label, bool is_loop) {
    if (label && !activation_->labels.try_emplace(label->text, false).second) {
      error(label->position(), "label " + quoted(label->text) + " already defined");
    }
    activation_->targets.push_back({label, is_loop});
  }

  void leave_target() {
    const Name* label = activation_->targets.back().label;
    if (label && !activation_->labels[label->text]) warn(label->position(), "label " + quoted(label->text) + " is not used");
    activation_->targets.pop_back();
  }

  void resolve_jump(Jump& statement) {
    const bool is_continue = statement.kind == StmtKind::kContinue;
    const auto& targets = activation_->targets;
    if (!statement.label) {
      const bool is_inside = std::ranges::any_of(targets, [&](const Target& at) { return at.is_loop || !is_continue; });
      if (!is_inside) error(statement.position(), is_continue ? "continue outside loop" : "break outside loop, switch or select");
      return;
    }
    const std::string_view label = statement.label->text;
    const auto found = std::ranges::find_if(targets, [&](const Target& at) { return at.label && at.label->text == label; });
    if (found == targets.end()) return error(statement.label->position(), "label " + quoted(label) + " not defined");
    activation_->labels[label] = true;
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
      case ExprKind::kName: return resolve_name(as<NameExpr>(expr), false);
      case ExprKind::kVararg:
      case ExprKind::kVarargCount: return require_vararg(expr);
      case ExprKind::kVarargIndex:
        require_vararg(expr);
        return resolve_expr(as<VarargIndex>(expr).key);
      case ExprKind::kParen: return resolve_expr(as<Paren>(expr).inner);
      case ExprKind::kFunction: return resolve_function(*as<FunctionExpr>(expr).function, {});
      case ExprKind::kTable:
        for (const TableField& field : as<Table>(expr).fields) {
          resolve_expr(field.key);
          resolve_expr(field.value);
        }
        return;
      case ExprKind::kMakeChannel: return resolve_expr(as<MakeChannel>(expr).size);
      case ExprKind::kUnary: return resolve_expr(as<Unary>(expr).operand);
      case ExprKind::kReceive: return resolve_expr(as<Receive>(expr).channel);
      case ExprKind::kBinary: return resolve_expr(as<Binary>(expr).right);
      case ExprKind::kLogical: return resolve_list(as<Logical>(expr).operands);
      case ExprKind::kConcat: return resolve_list(as<Concat>(expr).operands);
      case ExprKind::kIndex: return resolve_expr(as<Index>(expr).key);
      case ExprKind::kCall: return resolve_list(as<Call>(expr).arguments);
      case ExprKind::kMethodCall: return resolve_list(as<MethodCall>(expr).arguments);
      default: return;
    }
  }

  void require_vararg(const Expr& expr) {
    if (!activation_->info->is_vararg) error(expr.position(), "cannot use '...' outside a vararg function");
  }

  void resolve_name(NameExpr& name, bool is_assigned) {
    if (name.is_blank()) return error(name.position(), "cannot use _ as a value");
    Binding* variable = find(name.text);
    if (!variable) {
      if (options_.warnings) unknown_names_.push_back(&name);
      return;
    }
    name.binding = variable;
    if (is_assigned) {
      assign(*variable, name.position());
    } else {
      use(*variable);
    }
  }

  void warn_about_unknown_names() {
    if (!options_.warnings) return;
    std::unordered_set<std::string_view> known(options_.known_globals.begin(), options_.known_globals.end());
    for (const Binding& variable : result_.bindings) {
      if (variable.kind != Binding::Kind::kLocal) known.insert(variable.name);
    }
    std::ranges::sort(unknown_names_, {}, [](const NameExpr* name) { return name->position(); });
    for (const NameExpr* name : unknown_names_) {
      if (known.insert(name->text).second) warn(name->position(), quoted(name->text) + " is neither declared nor a builtin");
    }
  }

  const CompileOptions& options_;
  Diagnostics& diagnostics_;
  Resolution& result_;
  std::deque<Facts> facts_;  // by Binding::id
  std::unordered_map<std::string_view, std::vector<Binding*>> by_name_;
  std::vector<const NameExpr*> unknown_names_;
  Scope* scope_ = nullptr;
  Scope* top_scope_ = nullptr;
  Scope* post_scope_ = nullptr;  // header of the loop whose post statement is being resolved
  Activation* activation_ = nullptr;
  u32 step_ = 0;
};

}  // namespace

Resolution resolve(ast::Function& chunk, const CompileOptions& options, Diagnostics& diagnostics) {
  Resolution result;
  Resolver(options, diagnostics, result).run(chunk);
  return result;
}

}  // namespace gs::front
