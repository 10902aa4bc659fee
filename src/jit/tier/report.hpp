// What the tiers tell about the code they make: names for perf, annotated machine code on standard error (--dump=asm), and
// objects for GDB.
#pragma once

#include <string>
#include <vector>

#include "jit/backend/compile.hpp"
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

// A region's code; its map says which node of the IR instructions belong to.
struct ReportedRegion {
  const vm::Prototype* proto;
  const ir::Function& function;
  const backend::CompiledRegion& compiled;
  const char* hot;
  const char* cold;
};

class Report {
 public:
  // Which reports are wanted.
  void configure(bool perf, bool dump);
  bool wants_dump() const { return wants_dump_; }
  void add(const ReportedCode& code);
  void add(const ReportedRegion& region);

 private:
  void dump(const ReportedCode& code) const;
  void dump(const ReportedRegion& region) const;

  bool wants_perf_ = false;
  bool wants_dump_ = false;
  PerfMap perf_map_;
};

// The machine instructions in [from, to), one a line; bytes in hex where the build has no disassembler.
std::string disassemble_machine_code(const char* from, const char* to);

}  // namespace gs::jit
