// The errors and warnings of one compilation. Lexer, parser and resolver add them in any order; they come out sorted
// by position. Of the errors only the first kMaxErrors by position are kept, so hostile input cannot fill memory with
// them, and of several at one place only the one reported first: what comes after it is its consequence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "front/front.hpp"
#include "front/syntax/ast.hpp"

namespace gs::front {

class Diagnostics {
 public:
  static constexpr usize kMaxErrors = 10;

  void error(ast::Position position, std::string message);
  void warning(ast::Position position, std::string message);

  bool has_errors() const { return !errors_.empty(); }
  bool too_many_errors() const { return too_many_errors_; }

  // In order of position.
  const std::vector<Diagnostic>& errors() const { return errors_; }
  std::vector<Diagnostic> take_errors() { return std::move(errors_); }
  std::vector<Diagnostic> take_warnings();

 private:
  std::vector<Diagnostic> errors_;  // sorted
  std::vector<Diagnostic> warnings_;
  bool too_many_errors_ = false;
};

}  // namespace gs::front
