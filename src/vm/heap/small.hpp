// Small cells: the blocks of every size class and the lazy sweep. Between two collections the allocator walks each
// block once and takes the runs of free cells it finds (block.hpp); nothing is swept that is not needed.
#pragma once

#include <vector>

#include "vm/heap/block.hpp"

namespace gs::vm {

class SmallSpace {
 public:
  BlockSpace& blocks() { return space_; }

  // The next run of free cells of the class in the blocks there are, zeroed. False: a block must be added.
  bool next_run(u32 size_class, usize most, char*& run, char*& end);
  // False: the system has no address space.
  [[nodiscard]] bool add_block(u32 size_class);

  // A full marking begins: everything counts as unreached.
  void clear_marks() { clear_marks(0, all_.size()); }
  // Of about `count` blocks, beginning with number `from`; returns the number of the next.
  usize clear_marks(usize from, usize count);
  // An eden collection's marking is over: in the blocks used since the last, what is marked is what is live. Empty blocks
  // go to the cache.
  void adopt_touched();
  // A full marking is over. Cells go on being made where the collection before it left free ones: the dead stay what they
  // are, with their live bit set and their mark cleared, until their block is adopted.
  void retire_blocks();
  // Before adopt_retired, which looks at `count` blocks and returns true if there are more. Blocks in which cells were
  // made meanwhile are the next eden collection's.
  void close_retired();
  bool adopt_retired(usize count);
  // The cell is known to be dead.
  void release(CellHeader* cell);

  usize block_count() const { return all_.size(); }
  // The lists of a class hold each block once at most.
  usize list_bytes() const { return (2 * all_.capacity() + touched_.capacity()) * sizeof(Block*); }
  usize live_bytes() const { return live_bytes_; }  // at the end of the last collection

  template <typename Visitor>
  void each_block(Visitor visit) {
    for (Block* block : all_) visit(block);
  }

 private:
  struct Class {
    Block* current = nullptr;
    std::vector<Block*> available;  // with free cells, not touched since the last collection; taken from the back
  };
  void adopt(Block* block);

  BlockSpace space_;
  Class classes_[kClassCount];
  std::vector<Block*> all_;
  std::vector<Block*> touched_;
  usize retired_ = 0;  // so many of all_, from the front
  usize live_bytes_ = 0;
};

}  // namespace gs::vm
