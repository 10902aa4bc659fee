// Reads the text form of a function (what the printer writes, with `;` comments and blank lines) for tests and tools.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

struct ParseResult {
  std::unique_ptr<Function> function;  // null if the text is wrong
  std::string error;                   // then: "line N: what is wrong"
};

// Blocks are numbered 0 .. n - 1 in any order; values and snapshots have any numbers. Prototype pN becomes the
// pointer N + 1. Types and dominance are the verifier's business.
[[nodiscard]] ParseResult parse(std::string_view text);

}  // namespace gs::jit::ir
