#include "vm/heap/small.hpp"

#include <algorithm>

namespace gs::vm {

bool SmallSpace::next_run(u32 size_class, usize most, char*& run, char*& end) {
  Class& own = classes_[size_class];
  for (;;) {
    if (own.current && own.current->next_run(most, run, end)) return true;
    if (own.available.empty()) {
      own.current = nullptr;
      return false;
    }
    own.current = own.available.back();
    own.available.pop_back();
    own.current->is_touched = true;
    space_.set_state(own.current, BlockState::kTouched);
    touched_.push_back(own.current);
  }
}

bool SmallSpace::add_block(u32 size_class) {
  Block* block = space_.take();
  if (!block) return false;
  block->format(size_class);
  block->list_index = u32(all_.size());
  all_.push_back(block);
  classes_[size_class].available.push_back(block);
  return true;
}

usize SmallSpace::clear_marks(usize from, usize count) {
  usize end = std::min(all_.size(), from + count);
  for (usize i = from; i < end; i++) all_[i]->clear_marks();
  return end;
}

void SmallSpace::adopt(Block* block) {
  live_bytes_ -= block->live_bytes;
  block->adopt_marks();
  space_.set_state(block, BlockState::kOld);
  live_bytes_ += block->live_bytes;
  if (block->live_bytes == 0) {
    all_.back()->list_index = block->list_index;
    all_[block->list_index] = all_.back();
    all_.pop_back();
    space_.give_back(block);
  } else if (block->live_bytes < block->end - Block::first_cell()) {
    classes_[block->size_class].available.push_back(block);
  }
}

// Heap invariant 4: afterwards no cell is young. An eden collection changes only blocks touched since the last one.
void SmallSpace::adopt_touched() {
  for (Class& own : classes_) own.current = nullptr;
  for (Block* block : touched_) adopt(block);
  touched_.clear();
}

void SmallSpace::retire_blocks() {
  for (Class& own : classes_) own.current = nullptr;
  for (Block* block : touched_) {
    block->is_touched = block->is_zero = false;
    space_.set_state(block, BlockState::kOld);
  }
  touched_.clear();
  retired_ = all_.size();
}

void SmallSpace::close_retired() {
  for (Class& own : classes_) own.available.clear();
}

// Backwards: adopt may move the last block into a place already done.
bool SmallSpace::adopt_retired(usize count) {
  for (; count && retired_; count--) {
    Block* block = all_[--retired_];
    if (block->is_touched) {
      block->drop_dead();
    } else {
      adopt(block);
    }
  }
  return retired_;
}

void SmallSpace::release(CellHeader* cell) {
  Block* block = Block::of(cell);
  usize offset = Block::offset_of(cell);
  Block::clear(block->live, offset);
  Block::clear(block->marks, offset);
  cell->kind = CellKind::kFree;
}

}  // namespace gs::vm
