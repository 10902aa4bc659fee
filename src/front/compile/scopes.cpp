#include "front/compile/scopes.hpp"

namespace gs::front {

using namespace ast;

void Scopes::enter_function(Activation& activation) {
  FunctionInfo& info = result_.functions.emplace_back();
  info.index = u32(result_.functions.size() - 1);
  info.parent = activation_ ? activation_->info : nullptr;
  activation.info = &info;
  activation.outer = activation_;
  activation.made_in = scope_;
  activation_ = &activation;
}

// Decides where the function's variables live.
void Scopes::leave_function() {
  for (Binding* variable : activation_->info->variables) {
    const Facts& seen = facts(*variable);
    variable->is_in_cell =
        variable->is_captured && (variable->is_early || seen.needs_cell || seen.is_written_elsewhere ||
                                  (seen.is_captured_in_header && variable->is_assigned));
  }
  activation_ = activation_->outer;
}

void Scopes::enter(Scope& scope, ScopeInfo** info) {
  scope.parent = scope_;
  scope.info = info;
  scope_ = &scope;
  if (!scope.parent) top_scope_ = &scope;
}

void Scopes::enter_loop(Scope& scope) {
  enter(scope, nullptr);
  scope.loop_start = ++step_;
}

void Scopes::leave() {
  for (Binding* variable : scope_->bindings) by_name_[variable->name].pop_back();
  scope_ = scope_->parent;
}

Binding* Scopes::declare(const Name& name, bool is_constant) {
  Binding& variable = result_.bindings.emplace_back();
  variable.id = u32(facts_.size());
  variable.name = name.text;
  variable.declaration = &name;
  variable.is_constant = is_constant;
  variable.function = activation_->info;
  facts_.emplace_back().scope = scope_;
  if (!is_at_top()) {
    activation_->info->variables.push_back(&variable);
  } else if (kind_ == ChunkKind::kModule) {
    variable.kind = Binding::Kind::kModuleVar;
    variable.module_index = u32(result_.module_vars.size());
    result_.module_vars.push_back(name.text);
  } else {
    variable.kind = Binding::Kind::kGlobal;
  }
  scope_->bindings.push_back(&variable);
  by_name_[name.text].push_back(&variable);
  return &variable;
}

Binding* Scopes::find_in_scope(std::string_view name) {
  const auto found = by_name_.find(name);
  if (found == by_name_.end() || found->second.empty()) return nullptr;
  Binding* variable = found->second.back();
  return facts(*variable).scope == scope_ ? variable : nullptr;
}

Binding* Scopes::find(std::string_view name) {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return nullptr;
  for (usize i = found->second.size(); i-- > 0;) {
    Binding* variable = found->second[i];
    if (facts(*variable).is_visible || is_visible_early(*variable)) return variable;
  }
  return nullptr;
}

// Whether the function at hand sees the variable although its declaration stands further down (language 4.1, 4.2).
bool Scopes::is_visible_early(const Binding& variable) const {
  if (variable.kind == Binding::Kind::kModuleVar) return activation_->outer != nullptr;
  const Facts& seen = facts(variable);
  for (const Activation* at = activation_; at; at = at->outer) {
    if (seen.is_sibling && at->role.declared_in == seen.scope) return true;
    if (at->role.direct_value_of && at->role.direct_value_of == seen.declared_by) return true;
  }
  return false;
}

void Scopes::note_use(Binding& variable) {
  ++facts(variable).uses;
  if (variable.kind != Binding::Kind::kLocal || variable.function == activation_->info) return;
  const Activation* inner = activation_;
  while (inner->info->parent != variable.function) inner = inner->outer;
  capture_into(*activation_->info, variable);
  note_capture(variable, *inner);
}

void Scopes::capture_into(FunctionInfo& function, Binding& variable) {
  for (FunctionInfo* at = &function; at != variable.function; at = at->parent) {
    const bool is_new = at->capture_index.try_emplace(&variable, u32(at->captures.size())).second;
    if (!is_new) return;
    at->captures.push_back(&variable);
  }
}

// `inner` is the function directly inside the variable's own that captures it.
void Scopes::note_capture(Binding& variable, const Activation& inner) {
  Facts& seen = facts(variable);
  variable.is_captured = true;
  if (!seen.is_visible) {
    variable.is_early = true;
    const bool is_by_sibling = inner.role.declared_in == seen.scope && inner.role.declares != &variable;
    if (is_by_sibling && !variable.is_early_at_entry) {
      variable.is_early_at_entry = true;
      annotation(*seen.scope).early.push_back(&variable);
    }
  }
  if (seen.first_capture == 0) seen.first_capture = ++step_;
  if (seen.scope->part == Scope::Part::kHeader) seen.is_captured_in_header = true;
  if (seen.last_assignment != 0 && seen.last_assignment >= outermost_loop(*inner.made_in, *seen.scope)) {
    seen.needs_cell = true;
  }
}

ScopeInfo& Scopes::annotation(Scope& scope) {
  if (!*scope.info) *scope.info = &result_.scopes.emplace_back();
  return **scope.info;
}

// The step at which the outermost loop between a scope and a variable's scope began: from there on assignments may run
// again after the capture. ~0 without such a loop. A loop does not repeat assignments to the copies it makes itself.
u32 Scopes::outermost_loop(const Scope& from, const Scope& variable_scope) {
  u32 start = ~0u;
  for (const Scope* at = &from; at != &variable_scope; at = at->parent) {
    const bool is_own_loop = variable_scope.has_own_copies && at->parent == &variable_scope;
    if (at->loop_start != 0 && !is_own_loop) start = at->loop_start;
  }
  return start;
}

// An assignment by the post statement of the variable's own loop changes the copy of the next iteration only.
void Scopes::note_assignment(Binding& variable) {
  note_use(variable);
  Facts& seen = facts(variable);
  variable.is_assigned = true;
  if (variable.function != activation_->info) {
    seen.is_written_elsewhere = true;
  } else if (seen.scope != post_scope_) {
    seen.last_assignment = ++step_;
    if (seen.first_capture != 0) seen.needs_cell = true;
  }
}

}  // namespace gs::front
