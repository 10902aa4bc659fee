// The sorting engine's pure half: order, stability, number of comparisons, failing comparisons.
#include "stdlib/sort/merge_sort.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <vector>

#include "stdlib/math/generator.hpp"
#include "stdlib/sort/radix_sort.hpp"

namespace gs::stdlib {
namespace {

struct Item {
  int key;
  int place;
};

struct CountingLess {
  int* comparisons;
  int fail_at = -1;
  bool operator()(const Item& a, const Item& b, bool& result) const {
    result = a.key < b.key;
    return ++*comparisons != fail_at;
  }
};

std::vector<Item> random_items(int count, int range) {
  Generator generator(7);
  std::vector<Item> items;
  for (int i = 0; i < count; i++) items.push_back({int(generator.next_in(0, range)), i});
  return items;
}

bool sort_items(std::vector<Item>& items, int& comparisons, int fail_at = -1) {
  std::vector<Item> scratch(items.size() / 2 + 1);
  comparisons = 0;
  return MergeSort(scratch.data(), CountingLess{&comparisons, fail_at}).sort(items.data(), items.size());
}

bool is_stably_sorted(const std::vector<Item>& items) {
  for (usize i = 1; i < items.size(); i++) {
    if (items[i].key < items[i - 1].key) return false;
    if (items[i].key == items[i - 1].key && items[i].place < items[i - 1].place) return false;
  }
  return true;
}

TEST(MergeSort, SortsStablyAtAllSizes) {
  for (int count = 0; count < 200; count++) {
    std::vector<Item> items = random_items(count, 30);
    int comparisons;
    ASSERT_TRUE(sort_items(items, comparisons));
    EXPECT_TRUE(is_stably_sorted(items)) << count;
  }
}

TEST(MergeSort, ComparesLittleMoreThanNeeded) {
  std::vector<Item> items = random_items(100000, 1 << 30);
  int comparisons;
  ASSERT_TRUE(sort_items(items, comparisons));
  f64 information = std::lgamma(100001.0) / std::log(2.0);
  EXPECT_LT(comparisons, information * 1.04);
}

TEST(MergeSort, SortedAndReversedInputCostsAboutOneComparisonEach) {
  std::vector<Item> items;
  for (int i = 0; i < 4096; i++) items.push_back({i, i});
  int comparisons;
  ASSERT_TRUE(sort_items(items, comparisons));
  EXPECT_LT(comparisons, 4096 + 1);
  std::vector<Item> equal(1000, Item{5, 0});
  ASSERT_TRUE(sort_items(equal, comparisons));
  EXPECT_LT(comparisons, 1001);
}

TEST(MergeSort, KeepsAllItemsWhenAComparisonFails) {
  for (int fail_at = 1; fail_at < 2000; fail_at += 37) {
    std::vector<Item> items = random_items(300, 1000);
    int comparisons;
    ASSERT_FALSE(sort_items(items, comparisons, fail_at));
    std::vector<bool> seen(items.size());
    for (const Item& item : items) seen[usize(item.place)] = true;
    EXPECT_EQ(std::count(seen.begin(), seen.end(), true), 300) << fail_at;
  }
}

TEST(RadixSort, SortsWordsOfAllSizes) {
  Generator generator(3);
  for (usize count : {0, 1, 2, 100, 191, 192, 1000, 70000}) {
    for (int shift : {0, 16, 40, 60}) {
      std::vector<u64> words(count), scratch(count);
      for (u64& word : words) word = generator.next() >> shift;
      std::vector<u64> expected = words;
      std::sort(expected.begin(), expected.end());
      radix_sort(words.data(), scratch.data(), count);
      EXPECT_EQ(words, expected);
    }
  }
}

TEST(RadixSort, OrdersDoublesByTheirWords) {
  const f64 ascending[] = {-INFINITY, -1e300, -1.5, -5e-324, 0.0, 5e-324, 1.0, 1.5, 1e300, INFINITY};
  for (usize i = 0; i < std::size(ascending); i++) {
    u64 word = double_to_ordered(std::bit_cast<u64>(ascending[i]));
    EXPECT_EQ(std::bit_cast<f64>(ordered_to_double(word)), ascending[i]);
    if (i) EXPECT_LT(double_to_ordered(std::bit_cast<u64>(ascending[i - 1])), word);
  }
}

}  // namespace
}  // namespace gs::stdlib
