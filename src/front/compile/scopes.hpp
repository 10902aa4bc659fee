// The scopes open while a tree is being resolved: which names mean which variables there, and what has been seen of each
// variable, from which it is decided where the variable lives. Used by the resolver only, which walks the tree.
#pragma once

#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "front/compile/resolver.hpp"

namespace gs::front {

// A scope while it is being resolved. Steps count assignments, captures and loop starts in source order.
struct Scope {
  enum class Part : u8 { kBody, kHeader };  // of a loop's header scope: what is being resolved

  Scope* parent = nullptr;
  ast::ScopeInfo** info = nullptr;  // where the tree wants the annotation
  u32 loop_start = 0;               // step at which the loop began whose body this scope is in; 0: not a loop's
  bool has_own_copies = false;      // header of a three-part loop: its variables are fresh in each iteration
  Part part = Part::kBody;
  std::vector<ast::Binding*> bindings{};
};

// What is known of a variable besides its annotation.
struct Facts {
  Scope* scope = nullptr;
  bool is_visible = false;  // its declaring statement has ended
  bool is_sibling = false;  // a `func` of its block: visible in the block's func declarations before that
  const ast::Stmt* declared_by = nullptr;  // the statement whose function literals see it before its end
  bool is_written_elsewhere = false;       // assigned by an inner function
  bool is_captured_in_header = false;      // by a function made in the condition or post statement of its loop
  bool needs_cell = false;                 // may change after a capture
  u32 last_assignment = 0;                 // steps; 0: none
  u32 first_capture = 0;
  u32 uses = 0;          // assignments included
  bool is_read = false;
};

// What a function is in the code around it.
struct FunctionRole {
  const Scope* declared_in = nullptr;          // of a func declaration: its block's scope
  const ast::Binding* declares = nullptr;      // of a func declaration: the variable of its name
  const ast::Stmt* direct_value_of = nullptr;  // of a literal directly on the right of a declaration: that statement
};

// A function while it is being resolved.
struct Activation {
  // An enclosing statement that break or continue may name.
  struct Target {
    const ast::Name* label;
    bool is_loop;
  };

  Activation* outer = nullptr;
  ast::FunctionInfo* info = nullptr;
  Scope* made_in = nullptr;  // the scope the function is created in
  FunctionRole role{};
  std::vector<Target> targets{};
  std::unordered_map<std::string_view, bool> labels{};  // whether used
};

class Scopes {
 public:
  Scopes(ChunkKind kind, Resolution& result) : kind_(kind), result_(result) {}

  Scope* current() const { return scope_; }
  bool is_at_top() const { return scope_ == top_scope_; }
  bool may_redeclare() const { return kind_ == ChunkKind::kRepl && is_at_top(); }
  Activation& function() { return *activation_; }
  Facts& facts(const ast::Binding& variable) { return facts_[variable.id]; }
  const Facts& facts(const ast::Binding& variable) const { return facts_[variable.id]; }

  void enter_function(Activation& activation);
  void leave_function();
  void enter(Scope& scope, ast::ScopeInfo** info);
  void enter_loop(Scope& scope);  // the part of a loop that runs again and again
  void leave();

  // The post statement of a loop works on the variables' copies for the next iteration.
  void enter_post(Scope& header) { post_scope_ = header.has_own_copies ? &header : nullptr; }
  void leave_post() { post_scope_ = nullptr; }

  // Makes a variable of the current scope; not yet visible.
  ast::Binding* declare(const ast::Name& name, bool is_constant);

  // The variable of that name in the current scope, declared or yet to be; null if there is none.
  ast::Binding* find_in_scope(std::string_view name);

  // The variable the name means here, or null for a global of another chunk.
  ast::Binding* find(std::string_view name);

  void note_read(ast::Binding& variable) {
    facts(variable).is_read = true;
    note_use(variable);
  }
  void note_assignment(ast::Binding& variable);

 private:
  void note_use(ast::Binding& variable);
  bool is_visible_early(const ast::Binding& variable) const;
  void capture_into(ast::FunctionInfo& function, ast::Binding& variable);
  void note_capture(ast::Binding& variable, const Activation& inner);
  ast::ScopeInfo& annotation(Scope& scope);
  static u32 outermost_loop(const Scope& from, const Scope& variable_scope);

  ChunkKind kind_;
  Resolution& result_;
  std::deque<Facts> facts_;                                                   // by Binding::id
  std::unordered_map<std::string_view, std::vector<ast::Binding*>> by_name_;  // of open scopes, innermost last
  Scope* scope_ = nullptr;
  Scope* top_scope_ = nullptr;
  Scope* post_scope_ = nullptr;  // header of the loop whose post statement is being resolved
  Activation* activation_ = nullptr;
  u32 step_ = 0;
};

}  // namespace gs::front
