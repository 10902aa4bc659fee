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
  void clear_marks();
  // Marking is over: what is marked is what is live. Empty blocks go to the cache.
  void adopt_marks(bool full);
  // The cell is known to be dead.
  void release(CellHeader* cell);

  usize block_count() const { return all_.size(); }
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
  usize live_bytes_ = 0;
};

}  // namespace gs::vm
