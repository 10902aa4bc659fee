// A stable merge sort that makes few comparisons, for orders where a comparison is a script call. Pure: the order may
// fail (a comparator raised), then sorting stops at once and the items are some permutation of what they were.
//
// Leaves of a few items are sorted by binary insertion, starting from the ascending or strictly descending run they
// open with; halves are merged unless they are in order already. So sorted and reversed input cost about n comparisons.
#pragma once

#include <algorithm>
#include <utility>

#include "base/types.hpp"

namespace gs::stdlib {

// Less: bool(const Item& a, const Item& b, bool& result), false = failed. Item must be trivially copyable.
template <typename Item, typename Less>
class MergeSort {
 public:
  // scratch: room for (count + 1) / 2 items.
  MergeSort(Item* scratch, Less less) : scratch_(scratch), less_(std::move(less)) {}

  [[nodiscard]] bool sort(Item* items, usize count) {
    if (count <= kLeaf) return sort_leaf(items, count);
    usize half = count / 2;
    if (!sort(items, half) || !sort(items + half, count - half)) return false;
    bool out_of_order;
    if (!less_(items[half], items[half - 1], out_of_order)) return false;
    return !out_of_order || merge(items, half, count);
  }

 private:
  static constexpr usize kLeaf = 8;

  bool sort_leaf(Item* items, usize count) {
    if (count < 2) return true;
    usize sorted;
    if (!opening_run(items, count, sorted)) return false;
    for (; sorted < count; sorted++) {
      if (!insert(items, sorted)) return false;
    }
    return true;
  }

  // Makes the run that items open with ascending; `length` >= 2 of it.
  bool opening_run(Item* items, usize count, usize& length) {
    bool descending;
    if (!less_(items[1], items[0], descending)) return false;
    for (length = 2; length < count; length++) {
      bool lower;
      if (!less_(items[length], items[length - 1], lower)) return false;
      if (lower != descending) break;
    }
    if (descending) std::reverse(items, items + length);
    return true;
  }

  // Puts items[sorted] to its place behind its equals among the sorted ones before it.
  bool insert(Item* items, usize sorted) {
    Item item = items[sorted];
    usize low = 0, high = sorted;
    while (low < high) {
      usize middle = (low + high) / 2;
      bool lower;
      if (!less_(item, items[middle], lower)) return false;
      if (lower) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    std::copy_backward(items + low, items + sorted, items + sorted + 1);
    items[low] = item;
    return true;
  }

  bool merge(Item* items, usize half, usize count) {
    std::copy(items, items + half, scratch_);
    Item* left = scratch_;
    Item* left_end = scratch_ + half;
    Item* right = items + half;
    Item* right_end = items + count;
    Item* out = items;
    while (left < left_end && right < right_end) {
      bool take_right;
      if (!less_(*right, *left, take_right)) {
        std::copy(left, left_end, out);
        return false;
      }
      *out++ = take_right ? *right++ : *left++;
    }
    std::copy(left, left_end, out);
    return true;
  }

  Item* scratch_;
  Less less_;
};

}  // namespace gs::stdlib
