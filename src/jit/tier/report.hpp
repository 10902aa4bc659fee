// What the tiers tell about the code they make: names for perf, annotated machine code on standard error (--dump=asm), and
// objects for GDB.
#pragma once

#include <string>
#include <vector>

#include "jit/code/perf_map.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit {

// A function's code, as far as reports go. Offsets count from `start`.
struct ReportedCode {
  const char* tier;             // "baseline"
  const vm::Prototype* proto;
  const char* start;
  u32 size;
  u32 hot_size;
  std::span<const u32> offsets;  // of each bytecode
};

class Report {
 public:
  // Which reports are wanted.
  void configure(bool perf, bool dump);
  void add(const ReportedCode& code);

 private:
  void dump(const ReportedCode& code) const;

  bool wants_perf_ = false;
  bool wants_dump_ = false;
  PerfMap perf_map_;
};

// The machine instructions in [from, to), one a line; bytes in hex where the build has no disassembler.
std::string disassemble_machine_code(const char* from, const char* to);

}  // namespace gs::jit
