// Source text in its canonical form, for `gscript fmt`. Line breaks and blank lines that mean something to people are
// kept; everything else about white space, separators and the place of braces is decided here:
//
//   - one statement a line, except in blocks and clauses that stand on one line; no ';' at line ends
//   - four spaces a level; a line that continues a statement is one level deeper
//   - '{' and `else` on the line of what they belong to; `case` as deep as its switch
//   - spaces around binary operators, none inside brackets; at most one blank line in a row
//   - ',' between table fields, also after the last one if the '}' has its own line
//   - comments keep their place; those at the ends of neighbouring lines are aligned
//
// The result has the same tokens but for separators, so it is the same program on other lines, and formatting it again changes
// nothing. Pure; called by the API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "front/front.hpp"

namespace gs::front {

struct FormatResult {
  bool ok = false;
  std::string text;                // if ok
  std::vector<Diagnostic> errors;  // why it does not parse
  bool too_many_errors = false;
};

FormatResult format(std::string_view source);

}  // namespace gs::front
