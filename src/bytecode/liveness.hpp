// Which registers are live before each instruction: what must be kept when control may leave there (jit/region). Works on verified
// code, quickened or not, without a VM.
#pragma once

#include <span>
#include <vector>

#include "bytecode/cfg.hpp"

namespace gs::bytecode {

// What the instructions do not say themselves; the caller knows where constants are kept.
class CodeFacts {
 public:
  virtual ~CodeFacts() = default;
  virtual u32 template_fields(u32 constant) const = 0;                                   // of a NEWOBJECT's template
  virtual void captured_registers(u32 constant, std::vector<u32>& registers) const = 0;  // appends those a CLOSURE reads
};

class Liveness {
 public:
  Liveness(std::span<const Instruction> code, u32 registers, const ControlFlow& flow, const CodeFacts& facts);

  bool is_live(u32 before, u32 reg) const { return rows_[before * words_ + reg / 64] >> (reg % 64) & 1; }
  u32 register_count() const { return registers_; }

 private:
  using Row = std::vector<u64>;
  void step(std::span<const Instruction> code, u32 at, const CodeFacts& facts, Row& live) const;
  void mark(Row& live, u32 first, u32 count, bool value) const;

  u32 registers_;
  u32 words_;
  std::vector<u64> rows_;  // by instruction; unreachable ones: nothing is live
};

}  // namespace gs::bytecode
