// Virtual memory: address space that costs nothing until it is touched. Used by the heap for blocks and big cells.
#pragma once

#include "base/types.hpp"

namespace gs::platform {

// `size` bytes of readable, writable, zero memory at a multiple of `alignment` (a power of two), not backed by memory until
// touched. Null if the system has no such range.
[[nodiscard]] void* reserve_memory(usize size, usize alignment);
void release_memory(void* at, usize size);

// The range is about to be written from end to end: the system may back it with large pages, at a fraction of the faults.
void expect_writing(void* at, usize size);

// Gives the pages back to the system; the range stays usable and reads as zero.
void decommit_memory(void* at, usize size);

// Gives what malloc holds of freed memory back to the system, where that is possible. Takes milliseconds in a big process.
void trim_malloc();

// Resizes a range made by reserve_memory with page alignment; it may move. New bytes are zero. Null: nothing changed.
[[nodiscard]] void* resize_memory(void* at, usize old_size, usize new_size);

u64 physical_memory();  // bytes of the machine, or what the container it runs in may use of them

constexpr usize kPageSize = 4096;  // smallest unit of the functions above

}  // namespace gs::platform
