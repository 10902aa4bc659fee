// Text to tree. `parse` always returns a whole tree: where source did not parse there are kBad expressions or
// statements are missing, and errors say so; later passes may still walk it to find more errors. Called by
// front::compile and dump_ast.
#pragma once

#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "front/front.hpp"
#include "front/syntax/ast.hpp"
#include "front/syntax/diagnostics.hpp"
#include "front/syntax/token_role.hpp"

namespace gs::front {

struct ParseOptions {
  ChunkKind kind = ChunkKind::kMain;
  bool warnings = false;
  std::vector<TokenRole>* roles = nullptr;  // if given, receives what the formatter needs to know
};

struct ParseResult {
  Arena arena;  // owns the tree, its names and its strings
  ast::Function* chunk = nullptr;
  Diagnostics diagnostics;
  bool incomplete = false;     // kRepl: the input ended where more was expected; nothing wrong before that
  bool is_expression = false;  // kRepl: an expression list; the chunk's body is one kReturn of it
};

// Needs `source` only during the call. Time is linear in its length.
[[nodiscard]] ParseResult parse(std::string_view source, const ParseOptions& options);

}  // namespace gs::front
