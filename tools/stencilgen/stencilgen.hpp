// Turns the compiled stencil source into the table of stencils that the baseline compiler copies from. Two steps, because the
// assembler stands between them: layout works on assembly text, the table is read from the object file.
#pragma once

#include <string>

namespace stencilgen {

// The assembly of op_ functions, rearranged (layout.cpp).
std::string lay_out(const std::string& assembly);

// The C++ text of the table of the stencils in the ELF object `bytes` (table.cpp). Exits with a message naming the opcode if a
// stencil has what the run-time compiler cannot copy: an unknown relocation, a stack frame on its hot path.
std::string make_table(const std::string& bytes);

}  // namespace stencilgen
