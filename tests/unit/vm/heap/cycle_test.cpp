// Full collections in steps, and what is remembered of big hashes: the program runs in between and nothing is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "vm/heap/heap.hpp"
#include "vm/object/table_hash.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {
namespace {

VmOptions verified() {
  VmOptions options;
  options.verify_heap = true;
  options.tunables.gc_min_heap = 64 << 20;  // no collections but those a test asks for
  return options;
}

// Calls that leave no pointer behind in the frames below.
GS_NOINLINE void wipe_stack() {
  volatile char space[8192];
  for (volatile char& c : space) c = 0;
}

GS_NOINLINE bool store_young(Vm& vm, Table* t, f64 key, i64 number) {
  Table* value = vm.table(1, 0);
  return value && table_append(vm, value, Value::small_int(number)) &&
         table_set(vm, t, Value::number(key), Value::table(value));
}

GS_NOINLINE i64 load_number(Table* t, f64 key) {
  Value value = table_get(t, Value::number(key));
  return value.is_table() ? table_get_int(value.as_table(), 1).as_int() : -1;
}

TEST(BigHash, EdenFindsTheYoungInEntriesOfOldTables) {
  Vm vm(verified());
  RootedValues root(vm);
  Table* t = vm.table();
  ASSERT_TRUE(root.push(Value::table(t)));
  for (int i = 0; i < 3000; i++) ASSERT_TRUE(store_young(vm, t, i + 0.5, i));
  vm.heap().collect_full();
  for (int round = 0; round < 20; round++) {
    for (int i = 0; i < 50; i++) ASSERT_TRUE(store_young(vm, t, (round * 131 + i * 7) % 3000 + 0.5, round * 100 + i));
    wipe_stack();
    vm.heap().collect_eden();
    for (int i = 0; i < 50; i++) EXPECT_EQ(load_number(t, (round * 131 + i * 7) % 3000 + 0.5), round * 100 + i);
  }
}

GS_NOINLINE bool add_and_remove_key(Vm& vm, Table* t) {
  Value key = Value::table(vm.table());
  return table_set(vm, t, key, Value::boolean(true)) && table_set(vm, t, key, Value::nil());
}

TEST(BigHash, YoungKeysOfRemovedEntriesDie) {
  Vm vm(verified());
  RootedValues root(vm);
  Table* t = vm.table();
  ASSERT_TRUE(root.push(Value::table(t)));
  for (int i = 0; i < 1000; i++) ASSERT_TRUE(store_young(vm, t, i + 0.5, i));
  vm.heap().collect_full();
  u32 used = t->hash->used;
  for (int i = 0; i < 10; i++) ASSERT_TRUE(add_and_remove_key(vm, t));
  ASSERT_EQ(t->hash->used, used + 10);
  wipe_stack();
  vm.heap().collect_eden();
  int empty = 0;
  for (u32 i = used; i < used + 10; i++) empty += t->hash->entries[i].key.is_empty();
  EXPECT_GE(empty, 9);
}

// An element that waited in the hash, remembered there, moves into the array.
TEST(BigHash, EntriesThatBecomeElementsStayRemembered) {
  Vm vm(verified());
  RootedValues root(vm);
  Table* t = vm.table();
  ASSERT_TRUE(root.push(Value::table(t)));
  for (int i = 1; i <= 200; i++) ASSERT_TRUE(table_append(vm, t, Value::table(vm.table())));
  for (int i = 0; i < 200; i++) ASSERT_TRUE(store_young(vm, t, i + 0.5, i));
  ASSERT_TRUE(table_reserve_array(vm, t, 300));
  vm.heap().collect_full();
  ASSERT_TRUE(store_young(vm, t, 202, 7));
  ASSERT_TRUE(store_young(vm, t, 201, 6));
  EXPECT_EQ(t->array_length, 202u);
  wipe_stack();
  vm.heap().collect_eden();
  EXPECT_EQ(load_number(t, 201), 6);
  EXPECT_EQ(load_number(t, 202), 7);
}

GS_NOINLINE void intern_garbage(Vm& vm) {
  for (int i = 0; i < 5000; i++) ASSERT_TRUE(vm.string("garbage " + std::to_string(i)));
}

// Whatever moment of the cycle a dead string is made again in: there is one string of its content, and it lives.
TEST(Cycle, StringsThatDiedComeBack) {
  for (int moment = 0; moment < 8; moment++) {
    Vm vm(verified());
    vm.heap().set_mode(Heap::Mode::kIncremental);
    intern_garbage(vm);
    wipe_stack();
    for (int i = 0; i < moment; i++) vm.heap().collect_step();
    RootedValues kept(vm);
    for (int i = 0; i < 5000; i += 7) {
      ASSERT_TRUE(kept.push(Value::string(vm.string("garbage " + std::to_string(i)))));
    }
    while (!vm.heap().collect_step()) {
    }
    vm.heap().collect_eden();
    vm.heap().collect_full();
    for (int i = 0; i < 5000; i += 7) {
      EXPECT_EQ(kept[usize(i / 7)].as_string(), vm.string("garbage " + std::to_string(i))) << moment;
    }
  }
}

GS_NOINLINE bool swap_values(Vm& vm, Table* a, f64 i, Table* b, f64 j) {
  Value from_a = table_get(a, Value::number(i));
  return table_set(vm, a, Value::number(i), table_get(b, Value::number(j))) &&
         table_set(vm, b, Value::number(j), from_a);
}

// Values wander between hashes that are rebuilt now and then, while marking and sweeping go on in steps.
TEST(Cycle, ValuesThatMoveBetweenHashesSurvive) {
  VmOptions options;
  options.tunables.gc_verify = 10;
  options.tunables.gc_min_heap = 256 << 10;
  options.tunables.gc_growth = 10;
  Vm vm(options);
  RootedValues root(vm);
  constexpr i64 kTables = 200, kEach = 300;
  for (i64 i = 0; i < kTables; i++) {
    ASSERT_TRUE(root.push(Value::table(vm.table())));
    for (i64 j = 0; j < kEach; j++) ASSERT_TRUE(store_young(vm, root[usize(i)].as_table(), f64(j) + 0.5, i * kEach + j));
  }
  u64 random = 1;
  auto next = [&](u64 below) {
    return ((random = random * 6364136223846793005ull + 1442695040888963407ull) >> 33) % below;
  };
  for (int round = 0; round < 50000; round++) {
    Table* a = root[next(kTables)].as_table();
    Table* b = root[next(kTables)].as_table();
    ASSERT_TRUE(swap_values(vm, a, f64(next(kEach)) + 0.5, b, f64(next(kEach)) + 0.5));
    // Keys that come and go make the hash grow and be rebuilt.
    Value passing = Value::number(f64(1000 + round) + 0.5);
    ASSERT_TRUE(table_set(vm, a, passing, Value::boolean(true)) && table_set(vm, a, passing, Value::nil()));
    ASSERT_TRUE(vm.table(8, 4));
  }
  EXPECT_GT(vm.heap().stats().full_collections, 2u);
  std::vector<bool> seen(kTables * kEach);
  for (Value t : root) {
    for (i64 j = 0; j < kEach; j++) {
      i64 number = load_number(t.as_table(), f64(j) + 0.5);
      ASSERT_TRUE(number >= 0 && number < kTables * kEach);
      seen[usize(number)] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), kTables * kEach);
}

}  // namespace
}  // namespace gs::vm
