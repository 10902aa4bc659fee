// Names to variables. The resolver walks the parsed tree once, hangs a Binding on every name that means a variable of
// the chunk, decides where each variable lives, and reports the errors of scoping: redeclarations, constants, labels,
// `...`. The compiler then reads the annotations and never looks up a name itself.
//
// Where variables live. A local variable has a register. If functions capture it, they copy its value when they are
// made, provided the value is final by then; otherwise the variable lives in a cell that all of them share:
//
//   n := 1; f := func() { return n }               n in a register, copied into f
//   n := 1; f := func() { return n }; n = 2        n in a cell
//   f := func(k) { return f(k - 1) }               f in a cell: captured before its declaration has run
#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "front/compile/known_value.hpp"
#include "front/front.hpp"
#include "front/syntax/ast.hpp"
#include "front/syntax/diagnostics.hpp"

namespace gs::front::ast {

struct Binding {
  enum class Kind : u8 {
    kLocal,
    kGlobal,     // declared at top level: found by name at run time
    kModuleVar,  // declared at a module's top level: Image::module_vars[module_index]
  };

  Kind kind = Kind::kLocal;
  u32 id = 0;
  std::string_view name{};
  FunctionInfo* function = nullptr;   // whose register it has
  const Name* declaration = nullptr;  // the name that declares it; other declarations of the name assign
  bool is_constant = false;
  bool is_assigned = false;  // other than by its declaration
  bool is_captured = false;
  bool is_early = false;           // captured before its declaration has run
  bool is_early_at_entry = false;  // ... and before the declaring statement: its cell is made at scope entry
  bool is_in_cell = false;
  u32 module_index = 0;

  // Set by the compiler when it gets to the declaration.
  u32 register_index = 0;             // of the value, or of the cell
  std::optional<KnownValue> value{};  // known and never assigned
};

struct ScopeInfo {
  std::vector<Binding*> early;  // variables whose cells are made when the scope is entered
};

struct FunctionInfo {
  u32 index = 0;  // in Image::functions; outer functions come first
  FunctionInfo* parent = nullptr;
  bool is_vararg = false;
  bool has_defer = false;
  std::vector<Binding*> variables;  // own ones
  std::vector<Binding*> captures;
  std::unordered_map<const Binding*, u32> capture_index;
};

}  // namespace gs::front::ast

namespace gs::front {

struct Resolution {
  std::deque<ast::Binding> bindings;
  std::deque<ast::ScopeInfo> scopes;
  std::deque<ast::FunctionInfo> functions;
  std::vector<std::string_view> module_vars;
};

// Annotates `chunk` and reports into `diagnostics`. The result owns the annotations.
[[nodiscard]] Resolution resolve(ast::Function& chunk, const CompileOptions& options, Diagnostics& diagnostics);

}  // namespace gs::front
