// What --dump=asm shows in builds without Zydis: the bytes.
#include <cstdio>

#include "jit/tier/report.hpp"

namespace gs::jit {

std::string disassemble_machine_code(const char* from, const char* to) {
  std::string text = " ";
  for (; from < to; from++) {
    char byte[4];
    std::snprintf(byte, sizeof byte, " %02x", u8(*from));
    text += byte;
  }
  return text + "\n";
}

}  // namespace gs::jit
