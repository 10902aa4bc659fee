// Lifetime intervals of virtual registers, for linear scan (C. Wimmer, M. Franz: Linear Scan Register Allocation on SSA Form, CGO 2010).
//
// Every instruction has an even position p: it reads its uses at p and writes its results at p + 1; a use that is read late, and what leaving
// the region needs after results were written, lives to p + 2. A block begins at a position of its own, where its phis are defined.
// An interval is a list of ranges [from, to) with holes; allocation splits it into siblings, each with one place.
//
// Constants are never kept in memory: outside of any sibling, a constant's place is itself. In hot loops a constant gets one sibling for
// the whole outermost loop, elsewhere one in each block that uses it.
#pragma once

#include "jit/backend/lir.hpp"

namespace gs::jit::backend {

struct LiveRange {
  u32 from, to;
  LiveRange* next;
};

struct UsePosition {
  u32 position;
  bool must;  // in a register; else a register is welcome
  UsePosition* next;
};

struct Interval {
  VReg vreg = kNoVReg;
  RegClass cls = RegClass::kGeneral;
  bool starts_in_memory = false;   // constants outside of loops: a register only from the first use on
  LiveRange* ranges = nullptr;
  LiveRange* current = nullptr;    // the range at or after the allocator's position
  UsePosition* uses = nullptr;
  u32 end = 0;
  Place place;
  Interval* next = nullptr;        // sibling with later ranges

  u32 start() const { return ranges->from; }
};

// A set of virtual registers or blocks.
class BitSet {
 public:
  explicit BitSet(usize size = 0) : words_((size + 63) / 64) {}
  void set(u32 i) { words_[i / 64] |= 1ull << (i % 64); }
  void clear(u32 i) { words_[i / 64] &= ~(1ull << (i % 64)); }
  bool has(u32 i) const { return words_[i / 64] >> (i % 64) & 1; }
  std::vector<u64>& words() { return words_; }
  template <class Visit>
  void each(Visit&& visit) const {
    for (usize w = 0; w < words_.size(); w++) {
      for (u64 bits = words_[w]; bits; bits &= bits - 1) visit(u32(w * 64 + usize(__builtin_ctzll(bits))));
    }
  }

 private:
  std::vector<u64> words_;
};

struct Intervals {
  std::vector<Interval*> of;             // by virtual register: the first sibling
  std::vector<BitSet> live_in;           // by block; constants only inside the loops that keep them
  std::vector<Interval*> all;            // to be allocated, in no order
  std::vector<u32> c_calls;              // positions at which calls destroy registers, ascending
  std::vector<u32> machine_calls;
  std::vector<LiveRange> fixed[kRegisterCount];  // when an instruction destroys a register; ascending
  std::vector<LBlock*> block_at;         // by position / 2
  std::vector<u8> depth_of_def;          // by virtual register: loop depth
};

// Numbers the instructions and finds out who lives when.
Intervals build_intervals(LFunction& f);

}  // namespace gs::jit::backend
