#include "front/compile/lints.hpp"

#include <algorithm>
#include <unordered_set>

namespace gs::front {

using namespace ast;

namespace {

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace

void Lints::check_declaration(const Name& name) {
  if (name.is_blank()) return;
  if (scopes_.is_at_top()) {
    const bool replaces = std::ranges::find(options_.known_globals, name.text) != options_.known_globals.end();
    if (replaces) warn(name.position(), quoted(name.text) + " replaces the builtin of that name in the whole program");
    return;
  }
  if (headers_ > 0) return;
  const Binding* hidden = scopes_.find(name.text);
  const bool is_same_function = hidden && hidden->function == scopes_.function().info;
  if (!is_same_function || hidden->kind != Binding::Kind::kLocal) return;
  if (scopes_.facts(*hidden).scope == scopes_.current()) return;
  open_shadows_[scopes_.current()].push_back(shadows_.size());
  shadows_.push_back({&name, scopes_.current(), hidden});
}

void Lints::leave_scope(const Scope& scope) {
  const auto found = open_shadows_.find(&scope);
  if (found == open_shadows_.end()) return;
  for (usize i : found->second) shadows_[i].uses_then = scopes_.facts(*shadows_[i].hidden).uses;
  open_shadows_.erase(found);
}

// Parameters and the variables of loops and selects are part of a form; names that begin with '_' ask for it.
bool Lints::is_unused(const Binding& variable) const {
  const Facts& seen = scopes_.facts(variable);
  const bool is_own_choice = seen.declared_by || seen.is_sibling;
  return variable.kind == Binding::Kind::kLocal && is_own_choice && !seen.is_read && !variable.name.starts_with('_');
}

void Lints::finish(const Resolution& resolution) {
  std::unordered_set<std::string_view> known(options_.known_globals.begin(), options_.known_globals.end());
  for (const Binding& variable : resolution.bindings) {
    if (variable.kind != Binding::Kind::kLocal) known.insert(variable.name);
    if (is_unused(variable)) warn(variable.declaration->position(), quoted(variable.name) + " is never read");
  }
  std::ranges::sort(unknown_, {}, [](const NameExpr* name) { return name->position(); });
  for (const NameExpr* name : unknown_) {
    if (known.insert(name->text).second) {
      warn(name->position(), quoted(name->text) + " is neither declared nor a builtin");
    }
  }
  for (const Shadow& shadow : shadows_) {
    if (scopes_.facts(*shadow.hidden).uses <= shadow.uses_then) continue;
    warn(shadow.name->position(), quoted(shadow.name->text) + " hides the variable of line " +
                                      std::to_string(shadow.hidden->declaration->line) +
                                      ", which is used again after this block");
  }
}

}  // namespace gs::front
