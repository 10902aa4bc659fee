// A bump allocator for objects that live and die together: syntax trees, compiler scratch data. Nothing is destroyed
// one by one, so only trivially destructible types may live here. Blocks never move: pointers and views into an arena
// stay valid until the arena is destroyed, also when the arena itself is moved.
#pragma once

#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/types.hpp"

namespace gs {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&& other) noexcept { *this = std::move(other); }
  Arena& operator=(Arena&& other) noexcept {
    blocks_ = std::move(other.blocks_);
    next_ = std::exchange(other.next_, nullptr);
    left_ = std::exchange(other.left_, 0);
    block_size_ = std::exchange(other.block_size_, kFirstBlock);
    return *this;
  }

  // `size` bytes at a multiple of `alignment`, which must be a power of two not above that of operator new.
  void* allocate(usize size, usize alignment) {
    usize padding = -reinterpret_cast<std::uintptr_t>(next_) & (alignment - 1);
    if (size + padding > left_) {
      add_block(size);
      padding = 0;
    }
    std::byte* result = next_ + padding;
    next_ = result + size;
    left_ -= size + padding;
    return result;
  }

  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  template <class T>
  std::span<T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* result = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
    std::memcpy(static_cast<void*>(result), items.data(), items.size_bytes());
    return {result, items.size()};
  }

  std::string_view copy(std::string_view text) {
    std::span<char> result = copy(std::span<const char>(text));
    return {result.data(), result.size()};
  }

 private:
  static constexpr usize kFirstBlock = usize{4} << 10;
  static constexpr usize kLargestBlock = usize{1} << 20;

  void add_block(usize size) {
    usize block_size = size > block_size_ ? size : block_size_;
    blocks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[block_size]));
    next_ = blocks_.back().get();
    left_ = block_size;
    if (block_size_ < kLargestBlock) block_size_ *= 2;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  usize left_ = 0;
  usize block_size_ = kFirstBlock;
};

}  // namespace gs
