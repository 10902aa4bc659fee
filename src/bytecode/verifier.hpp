// Proves that an Image is safe to load and interpret: every operand in range and of the right kind, every jump
// landing on an instruction, no fall off the end, multi-instruction groups whole, no register read before it is
// written, cells and iterator state only where instructions expect them. What passes cannot make an interpreter read
// outside its arrays. Called on compiler output in debug builds and tests, and on any image from elsewhere.
#pragma once

#include <string>

#include "bytecode/image.hpp"

namespace gs::bytecode {

struct VerifyResult {
  bool ok = true;
  std::string message{};  // the first violation, with function and instruction
};

[[nodiscard]] VerifyResult verify(const Image& image);

}  // namespace gs::bytecode
