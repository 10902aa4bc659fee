// What `gscript check` says about names in correct sources: unknown ones, variables that nothing reads, declarations that
// hide a variable which is needed again, globals that replace a builtin. The resolver reports to it while it walks.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "front/compile/scopes.hpp"

namespace gs::front {

class Lints {
 public:
  Lints(const CompileOptions& options, Scopes& scopes, Diagnostics& diagnostics)
      : options_(options), scopes_(scopes), diagnostics_(diagnostics) {}

  // Names in the header of an if, for or switch may hide others: that is what the header is for.
  void enter_header() { ++headers_; }
  void leave_header() { --headers_; }

  // A name about to be declared in the current scope.
  void check_declaration(const ast::Name& name);
  void leave_scope(const Scope& scope);
  void note_unknown(const ast::NameExpr& name) {
    if (options_.warnings) unknown_.push_back(&name);
  }
  // After the whole chunk.
  void finish(const Resolution& resolution);

 private:
  // A declaration that hides `hidden`. Once its scope is left, `uses_then` is how often that had been used.
  struct Shadow {
    const ast::Name* name;
    const Scope* scope;
    const ast::Binding* hidden;
    u32 uses_then = ~0u;
  };

  void warn(ast::Position position, std::string message) { diagnostics_.warning(position, std::move(message)); }
  bool is_unused(const ast::Binding& variable) const;

  const CompileOptions& options_;
  Scopes& scopes_;
  Diagnostics& diagnostics_;
  u32 headers_ = 0;
  std::vector<Shadow> shadows_;
  std::unordered_map<const Scope*, std::vector<usize>> open_shadows_;
  std::vector<const ast::NameExpr*> unknown_;
};

}  // namespace gs::front
