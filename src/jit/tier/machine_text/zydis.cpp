// The disassembler behind --dump=asm in builds with Zydis (GSCRIPT_ZYDIS).
#include <Zydis/Zydis.h>

#include <cstdio>

#include "jit/tier/report.hpp"

namespace gs::jit {

std::string disassemble_machine_code(const char* from, const char* to) {
  std::string text;
  while (from < to) {
    ZydisDisassembledInstruction instruction;
    if (!ZYAN_SUCCESS(ZydisDisassembleIntel(ZYDIS_MACHINE_MODE_LONG_64, u64(from), from, usize(to - from), &instruction))) break;
    char line[160];
    std::snprintf(line, sizeof line, "  %08llx  %s\n", static_cast<unsigned long long>(u64(from)), instruction.text);
    text += line;
    from += instruction.info.length;
  }
  return text;
}

}  // namespace gs::jit
