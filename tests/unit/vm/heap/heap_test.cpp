// The heap inside a VM: what collections keep and free, generations, weak tables, finalisers, limits.
#include "vm/heap/heap.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "vm/object/shape.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {
namespace {

class HeapTest : public testing::Test {
 protected:
  HeapTest() : vm_(options()), heap_(vm_.heap()) {}
  static VmOptions options() {
    VmOptions options;
    options.verify_heap = true;
    options.tunables.gc_min_heap = 64 << 20;  // no collections but those a test asks for
    return options;
  }
  // A table that only the global `name` refers to: made in a frame of its own, so that no stale pointer stays behind.
  GS_NOINLINE Table* global_table(const char* name) {
    Table* t = vm_.table();
    EXPECT_TRUE(vm_.set_global(name, Value::table(t)));
    return t;
  }
  GS_NOINLINE Value global(const char* name) { return vm_.get_global(name); }
  GS_NOINLINE void store(const char* name, const char* key, Value v) {
    EXPECT_TRUE(table_set_name(vm_, global(name).as_table(), key, v));
  }
  GS_NOINLINE Value load(const char* name, const char* key) {
    return table_get_name(vm_, global(name).as_table(), key);
  }
  // Overwrites what earlier calls left on the native stack.
  GS_NOINLINE void wipe_stack() {
    volatile char space[8192];
    for (volatile char& c : space) c = 0;
  }
  void full() {
    wipe_stack();
    heap_.collect_full();
  }
  void eden() {
    wipe_stack();
    heap_.collect_eden();
  }
  GS_NOINLINE void make_garbage(int count) {
    for (int i = 0; i < count; i++) {
      Table* t = vm_.table(8, 4);
      ASSERT_TRUE(table_append(vm_, t, Value::table(vm_.table())));
    }
  }
  Vm vm_;
  Heap& heap_;
};

TEST_F(HeapTest, GarbageIsFreedAndGlobalsAreKept) {
  global_table("kept");
  store("kept", "x", Value::small_int(5));
  full();
  usize before = heap_.bytes_in_use();
  make_garbage(10000);
  EXPECT_GT(heap_.bytes_in_use(), before + 1000000);
  full();
  EXPECT_LT(heap_.bytes_in_use(), before + 20000);
  EXPECT_EQ(load("kept", "x"), Value::small_int(5));
}

TEST_F(HeapTest, StacksAreRoots) {
  Table* t = vm_.table();
  ASSERT_TRUE(table_set_name(vm_, t, "a", Value::table(vm_.table())));
  full();
  eden();
  Value inner = table_get_name(vm_, t, "a");
  ASSERT_TRUE(inner.is_table());
  EXPECT_EQ(inner.as_table()->kind, CellKind::kTable);
}

TEST_F(HeapTest, EdenKeepsYoungObjectsBehindOldOnes) {
  global_table("old");
  full();
  GcState state = global("old").as_table()->gc;
  EXPECT_EQ(state, GcState::kOld);
  for (int i = 0; i < 50; i++) {
    store("old", "child", Value::table(vm_.table()));
    ASSERT_TRUE(table_set_name(vm_, load("old", "child").as_table(), "number", Value::small_int(i)));
    eden();
    make_garbage(100);
    EXPECT_EQ(table_get_name(vm_, load("old", "child").as_table(), "number"), Value::small_int(i));
  }
}

TEST_F(HeapTest, EdenFreesTheYoungAndNotTheOld) {
  global_table("old");
  full();
  usize before = heap_.bytes_in_use();
  ASSERT_TRUE(vm_.set_global("old", Value::nil()));
  make_garbage(1000);
  eden();
  usize after_eden = heap_.bytes_in_use();
  EXPECT_GE(after_eden + 2000, before) << "the old table is still there";
  full();
  EXPECT_LT(heap_.bytes_in_use(), after_eden);
}

TEST_F(HeapTest, BigArraysGrowAndSurvive) {
  Table* t = global_table("array");
  for (i64 i = 1; i <= 300000; i++)
    ASSERT_TRUE(table_append(vm_, t, i % 1000 ? Value::small_int(i) : Value::table(vm_.table())));
  full();
  for (i64 i = 1; i <= 300000; i++) {
    Value v = table_get_int(t, i);
    if (i % 1000) {
      ASSERT_EQ(v, Value::small_int(i));
    } else {
      ASSERT_TRUE(v.is_table() && v.as_table()->kind == CellKind::kTable);
    }
  }
}

TEST_F(HeapTest, InternedStringsAreUniqueAndDie) {
  String* a = vm_.string("some name");
  full();
  EXPECT_EQ(vm_.string("some name"), a);
  u64 seed = heap_.hash_seed();
  EXPECT_NE(seed, 0u);
  for (int i = 0; i < 20000; i++) ASSERT_TRUE(vm_.string("garbage " + std::to_string(i)));
  full();
  for (int i = 0; i < 20000; i++)
    ASSERT_EQ(view(vm_.string("garbage " + std::to_string(i))), "garbage " + std::to_string(i));
}

TEST_F(HeapTest, LongStringsKeepTheirStorage) {
  String* s = vm_.string("start");
  for (int i = 0; i < 2000; i++) s = concat_strings(vm_, s, vm_.string("0123456789"));
  full();
  eden();
  EXPECT_EQ(s->length, 20005u);
  EXPECT_EQ(view(s).substr(0, 15), "start0123456789");
}

class WeakTest : public HeapTest {
 protected:
  GS_NOINLINE void make_weak(const char* name, const char* mode) {
    Table* metatable = vm_.table();
    ASSERT_TRUE(table_set_name(vm_, metatable, "__mode", vm_.string_value(mode)));
    ASSERT_TRUE(table_set_metatable(vm_, global_table(name), metatable));
  }
  GS_NOINLINE void add_pair(const char* name, Value key, Value value) {
    ASSERT_TRUE(table_set(vm_, global(name).as_table(), key, value));
  }
  GS_NOINLINE void add_dead_pairs(const char* name, int count) {
    for (int i = 0; i < count; i++) add_pair(name, Value::table(vm_.table()), Value::table(vm_.table()));
  }
  GS_NOINLINE int count(const char* name) {
    Value key, value;
    int entries = 0;
    for (u64 cursor = 0; table_next(global(name).as_table(), cursor, key, value);) entries++;
    return entries;
  }
};

TEST_F(WeakTest, DeadValuesDisappear) {
  make_weak("weak", "v");
  global_table("kept");
  add_dead_pairs("weak", 100);
  add_pair("weak", Value::small_int(1), Value::table(vm_.table()));
  store("weak", "field", Value::table(vm_.table()));
  store("weak", "kept", global("kept"));
  store("weak", "text", vm_.string_value("a text"));
  add_pair("weak", Value::number(1.5), vm_.string_value("a rather long text that is not interned, no, not at all"));
  full();
  EXPECT_LE(count("weak"), 8) << "stale pointers may keep some";
  EXPECT_EQ(load("weak", "kept"), global("kept"));
  EXPECT_TRUE(load("weak", "text").is_string());
}

TEST_F(WeakTest, EdenClearsYoungEntries) {
  make_weak("weak", "k");
  full();
  add_dead_pairs("weak", 100);
  eden();
  EXPECT_LE(count("weak"), 5);
}

TEST_F(WeakTest, EphemeronsKeepValuesOfLivingKeysOnly) {
  make_weak("weak", "k");
  global_table("first");
  // A chain: each value is the next key.
  Value key = global("first");
  for (int i = 0; i < 20; i++) {
    Value next = Value::table(vm_.table());
    add_pair("weak", key, next);
    key = next;
  }
  // A key that only its own value refers to.
  for (int i = 0; i < 20; i++) {
    Table* own = vm_.table();
    ASSERT_TRUE(table_set_name(vm_, own, "key", Value::table(own)));
    add_pair("weak", Value::table(own), Value::table(own));
  }
  key = Value::nil();
  full();
  EXPECT_GE(count("weak"), 20);
  EXPECT_LE(count("weak"), 26);
  ASSERT_TRUE(vm_.set_global("first", Value::nil()));
  full();
  EXPECT_LE(count("weak"), 5);
}

TEST_F(WeakTest, KeysOfRemovedEntriesAreNotKept) {
  global_table("plain");
  make_weak("seen", "k");
  for (int i = 0; i < 50; i++) {
    Value key = Value::table(vm_.table());
    add_pair("plain", key, Value::boolean(true));
    add_pair("seen", key, Value::boolean(true));
    add_pair("plain", key, Value::nil());
  }
  full();
  EXPECT_LE(count("seen"), 5);
  for (int i = 0; i < 200; i++) add_pair("plain", Value::table(vm_.table()), Value::boolean(true));
  EXPECT_EQ(count("plain"), 200);
}

int finalized;
Table* resurrected;

Value finalizer(Vm& vm, Args args) {
  finalized++;
  resurrected = args[0].as_table();
  return table_get_name(vm, resurrected, "raises").is_nil() ? Value::nil() : vm.raise("from a finaliser");
}

class FinalizerTest : public HeapTest {
 protected:
  FinalizerTest() {
    finalized = 0;
    resurrected = nullptr;
    Table* metatable = global_table("meta");
    EXPECT_TRUE(table_set_name(vm_, metatable, "__gc", Value::function(vm_.native("finalizer", finalizer))));
  }
  GS_NOINLINE void make_object(bool raises = false) {
    Table* t = vm_.table();
    ASSERT_TRUE(table_set_name(vm_, t, "payload", Value::table(vm_.table())));
    if (raises) ASSERT_TRUE(table_set_name(vm_, t, "raises", Value::boolean(true)));
    ASSERT_TRUE(table_set_metatable(vm_, t, global("meta").as_table()));
    ASSERT_TRUE(table_set_metatable(vm_, t, nullptr));
    ASSERT_TRUE(table_set_metatable(vm_, t, global("meta").as_table()));
  }
};

TEST_F(FinalizerTest, RunOnceAfterDeath) {
  for (int i = 0; i < 10; i++) make_object();
  full();
  heap_.run_pending_finalizers();
  EXPECT_GE(finalized, 6);
  EXPECT_LE(finalized, 10);
  full();
  full();
  heap_.run_pending_finalizers();
  EXPECT_LE(finalized, 10);
  heap_.run_all_finalizers();
  EXPECT_EQ(finalized, 10);
}

TEST_F(FinalizerTest, EdenFindsYoungOnesAndTheirContentsAreThere) {
  for (int i = 0; i < 10; i++) make_object();
  eden();
  make_garbage(1000);
  heap_.run_pending_finalizers();
  EXPECT_GE(finalized, 6);
  Value payload = table_get_name(vm_, resurrected, "payload");
  ASSERT_TRUE(payload.is_table());
  EXPECT_EQ(payload.as_table()->kind, CellKind::kTable);
}

TEST_F(FinalizerTest, ErrorsAreWarnings) {
  make_object(true);
  make_object();
  testing::internal::CaptureStderr();
  heap_.run_all_finalizers();
  EXPECT_EQ(finalized, 2);
  EXPECT_FALSE(vm_.is_raising());
  EXPECT_NE(testing::internal::GetCapturedStderr().find("warning: error in __gc: "), std::string::npos);
}

TEST_F(HeapTest, UserdataAreDestroyed) {
  static int destroyed;
  destroyed = 0;
  static const UserdataClass type{"thing", [](void*) { destroyed++; }, nullptr};
  struct Make {
    static GS_NOINLINE void one(Vm& vm) { ASSERT_TRUE(vm.userdata(type, nullptr, 16)); }
  };
  for (int i = 0; i < 100; i++) Make::one(vm_);
  eden();
  EXPECT_GE(destroyed, 95);
  full();
  EXPECT_LE(destroyed, 100);
}

TEST(HeapLimit, OutOfMemoryIsRaisedAndTheVmStaysUsable) {
  VmOptions options;
  options.memory_limit = 8 << 20;
  options.verify_heap = true;
  Vm vm(options);
  {
    RootedValues kept(vm);
    bool failed = false;
    for (int i = 0; i < 1000000 && !failed; i++) {
      Table* t = vm.table(16, 0);
      failed = !t || !kept.push(Value::table(t));
    }
    ASSERT_TRUE(failed);
    ASSERT_TRUE(vm.is_raising());
    EXPECT_LE(vm.heap().stats().peak_bytes, options.memory_limit + (64 << 10));
    vm.take_error();
  }
  for (int i = 0; i < 100000; i++) ASSERT_TRUE(vm.table(16, 0));
  char* bytes;
  EXPECT_FALSE(new_string_buffer(vm, 100 << 20, bytes));
  EXPECT_TRUE(vm.is_raising());
}

TEST(HeapStress, EveryAllocationCollects) {
  VmOptions options;
  options.gc_stress = true;
  options.verify_heap = true;
  Vm vm(options);
  u64 before = vm.heap().stats().collections;
  Table* t = vm.table();
  for (i64 i = 1; i <= 40; i++) {
    ASSERT_TRUE(table_append(vm, t, vm.string_value("element " + std::to_string(i))));
    ASSERT_TRUE(table_set_name(vm, t, "field" + std::to_string(i), Value::table(vm.table(3, 1))));
  }
  EXPECT_GT(vm.heap().stats().collections + vm.heap().stats().steps, before + 80);
  EXPECT_EQ(view(table_get_int(t, 7).as_string()), "element 7");
}

// Marking in steps while the program moves references about: nothing reachable may be lost.
TEST(HeapIncremental, MovedReferencesSurvive) {
  VmOptions options;
  options.tunables.gc_verify = 10;
  options.tunables.gc_min_heap = 256 << 10;
  options.tunables.gc_growth = 10;
  Vm vm(options);
  RootedValues kept(vm);
  constexpr i64 kTables = 1000, kEach = 300;
  for (i64 i = 0; i < kTables; i++) {
    ASSERT_TRUE(kept.push(Value::table(vm.table())));
    for (i64 j = 0; j < kEach; j++) {
      Table* leaf = vm.table(0, 2);
      ASSERT_TRUE(table_set_name(vm, leaf, "number", Value::small_int(i * kEach + j)));
      ASSERT_TRUE(table_append(vm, kept[usize(i)].as_table(), Value::table(leaf)));
    }
  }
  u64 random = 1;
  auto next = [&](u64 below) {
    return ((random = random * 6364136223846793005ull + 1442695040888963407ull) >> 33) % below;
  };
  for (int round = 0; round < 100000; round++) {
    Table* a = kept[next(kTables)].as_table();
    Table* b = kept[next(kTables)].as_table();
    u64 i = next(kEach), j = next(kEach);
    Value from_a = a->array[i];
    ASSERT_TRUE(table_set_int(vm, a, i64(i) + 1, b->array[j]));
    ASSERT_TRUE(table_set_int(vm, b, i64(j) + 1, from_a));
    for (int i = 0; i < 4; i++) ASSERT_TRUE(vm.table(8, 4));
  }
  EXPECT_GT(vm.heap().stats().full_collections, 3u);
  EXPECT_GT(vm.heap().stats().steps, 0u);
  std::vector<bool> seen(kTables * kEach);
  for (Value t : kept) {
    for (i64 j = 1; j <= kEach; j++) {
      Value number = table_get_name(vm, table_get_int(t.as_table(), j).as_table(), "number");
      ASSERT_TRUE(number.is_small_int());
      seen[usize(number.as_small_int())] = true;
    }
  }
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), kTables * kEach);
}

TEST(HeapFailure, EveryAllocationMayFail) {
  bool done = false;
  u64 first = 0;
  {
    VmOptions options;
    options.fail_allocation = ~0ull;
    Vm vm(options);
    first = vm.heap().stats().allocations;
  }
  for (u64 n = first + 1; !done; n++) {
    VmOptions options;
    options.fail_allocation = n;
    options.verify_heap = true;
    Vm vm(options);
    RootedValues kept(vm);
    Table* t = vm.table(4, 2);
    done = t && kept.push(Value::table(t));
    for (i64 i = 1; done && i <= 30; i++) {
      Value text = vm.string_value("element number " + std::to_string(i) + " of a table that grows");
      done = !text.is_raised() && table_append(vm, t, text) && table_set_name(vm, t, "f" + std::to_string(i), text) &&
             table_set(vm, t, Value::number(f64(i) + 0.5), text);
    }
    EXPECT_EQ(vm.is_raising(), !done);
    if (!done) vm.take_error();
    vm.heap().collect_full();
    ASSERT_LT(n, first + 10000);
  }
}

}  // namespace
}  // namespace gs::vm
