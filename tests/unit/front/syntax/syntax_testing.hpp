// Short forms for tests of the front end's first half: source in, tree or messages out as text.
#pragma once

#include <string>
#include <string_view>

#include "front/syntax/ast_printer.hpp"
#include "front/syntax/parser.hpp"

namespace gs::front::testing {

inline std::string list(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!text.empty()) text += '\n';
    text += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ": " + diagnostic.message;
  }
  return text;
}

// The tree without its last newline, or the errors.
inline std::string tree(std::string_view source) {
  ParseResult result = parse(source, {});
  if (result.diagnostics.has_errors()) return list(result.diagnostics.errors());
  std::string text = print_tree(*result.chunk);
  if (!text.empty()) text.pop_back();
  return text;
}

// All errors, one a line.
inline std::string errors(std::string_view source) {
  return list(parse(source, {}).diagnostics.errors());
}

inline std::string first_error(std::string_view source) {
  const std::string all = errors(source);
  return all.substr(0, all.find('\n'));
}

// How an expression is grouped.
inline std::string grouping(std::string_view expr) {
  const std::string text = tree("x = " + std::string(expr));
  return text.starts_with("x = ") ? text.substr(4) : text;
}

inline std::string warnings(std::string_view source) {
  ParseResult result = parse(source, {.warnings = true});
  if (result.diagnostics.has_errors()) return "error " + list(result.diagnostics.errors());
  return list(result.diagnostics.take_warnings());
}

inline std::string repeat(std::string_view text, usize count) {
  std::string result;
  for (usize i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace gs::front::testing
