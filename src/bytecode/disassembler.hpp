// Bytecode as text for --dump=bytecode and for tests: one line per instruction with its source line, its operands read
// by format, and the constants and names they stand for. Needs no VM; expects a verified image.
#pragma once

#include <string>

#include "bytecode/image.hpp"

namespace gs::bytecode {

std::string disassemble(const Image& image);
std::string disassemble(const Image& image, const Function& function);

// "ADDK r1 r0 k2  ; 2.5": the instruction at `index` without its place.
std::string disassemble_instruction(const Image& image, const Function& function, u32 index);

}  // namespace gs::bytecode
