#include "stdlib/sort/sort_array.hpp"

#include <cstdlib>

#include "stdlib/sort/merge_sort.hpp"
#include "stdlib/sort/radix_sort.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Memory the heap accounts for but does not scan: only for sorts during which no script and no collection can take away
// what the table holds anyway.
template <typename Item>
class PlainBuffer {
 public:
  PlainBuffer(Vm& vm, usize count) : vm_(vm), bytes_(count * sizeof(Item)) {
    if (!vm.heap().account(bytes_)) return;
    items_ = static_cast<Item*>(std::malloc(bytes_ ? bytes_ : 1));
    if (items_) return;
    vm.heap().unaccount(bytes_);
    vm.raise_out_of_memory();
  }
  ~PlainBuffer() {
    if (!items_) return;
    vm_.heap().unaccount(bytes_);
    std::free(items_);
  }
  PlainBuffer(const PlainBuffer&) = delete;
  PlainBuffer& operator=(const PlainBuffer&) = delete;
  Item* data() { return items_; }  // null = raised

 private:
  Vm& vm_;
  usize bytes_;
  Item* items_ = nullptr;
};

enum class Elements { kSmallInts, kDoubles, kStrings, kMixed };

// Doubles count as kDoubles only if identical bits mean equal and every pair is ordered: no -0.0, no NaN.
Elements element_kind(const Value* values, usize count) {
  bool ints = true, doubles = true, strings = true;
  for (usize i = 0; i < count; i++) {
    Value v = values[i];
    ints &= v.is_small_int();
    doubles &= v.is_double() && v.as_double() == v.as_double() && v.bits != 1ull << 63;
    strings &= v.is_string();
  }
  return ints ? Elements::kSmallInts : doubles ? Elements::kDoubles : strings ? Elements::kStrings : Elements::kMixed;
}

// Inline ints compare like their words: the encoding is biased.
bool sort_words(Vm& vm, Table* t, bool doubles, Direction direction) {
  usize count = t->array_length;
  PlainBuffer<u64> buffer(vm, count * 2);
  u64* words = buffer.data();
  if (!words || !charge(vm, count)) return false;
  for (usize i = 0; i < count; i++) words[i] = doubles ? double_to_ordered(t->array[i].bits) : t->array[i].bits;
  radix_sort(words, words + count, count);
  if (direction == Direction::kDescending) std::reverse(words, words + count);
  for (usize i = 0; i < count; i++) t->array[i] = Value(doubles ? ordered_to_double(words[i]) : words[i]);
  return true;
}

// A string with its first bytes, which decide most comparisons without touching it.
struct PrefixedString {
  u64 prefix;
  String* string;
};

u64 prefix_of(const String* s) {
  u64 prefix = 0;
  usize length = s->length < 8 ? s->length : 8;
  for (usize i = 0; i < length; i++) prefix |= u64(u8(s->data[i])) << (56 - 8 * i);
  return prefix;
}

struct PrefixedLess {
  Vm& vm;
  bool descending;
  bool operator()(const PrefixedString& left, const PrefixedString& right, bool& result) const {
    const PrefixedString& a = descending ? right : left;
    const PrefixedString& b = descending ? left : right;
    result = a.prefix != b.prefix ? a.prefix < b.prefix : compare_strings(a.string, b.string) < 0;
    return vm.poll();
  }
};

bool sort_strings(Vm& vm, Table* t, Direction direction) {
  usize count = t->array_length;
  PlainBuffer<PrefixedString> buffer(vm, count + count / 2 + 1);
  PrefixedString* items = buffer.data();
  if (!items) return false;
  for (usize i = 0; i < count; i++) items[i] = {prefix_of(t->array[i].as_string()), t->array[i].as_string()};
  MergeSort sorter(items + count, PrefixedLess{vm, direction == Direction::kDescending});
  if (!sorter.sort(items, count)) return false;
  for (usize i = 0; i < count; i++) t->array[i] = Value::string(items[i].string);
  vm.heap().barrier(t);
  return true;
}

struct DefaultLess {
  Vm& vm;
  bool descending;
  bool operator()(Value a, Value b, bool& result) const {
    return descending ? default_less(vm, b, a, result) : default_less(vm, a, b, result);
  }
};

struct CallbackLess {
  Vm& vm;
  Value less;
  bool operator()(Value a, Value b, bool& result) const {
    Value answer = vm.call(less, {a, b});
    result = answer.is_truthy();
    return !answer.is_raised() && vm.poll();
  }
};

struct Keyed {
  Value key;
  Value value;
};

struct KeyedLess {
  Vm& vm;
  bool operator()(const Keyed& a, const Keyed& b, bool& result) const { return default_less(vm, a.key, b.key, result); }
};

bool write_back(Vm& vm, Table* t, const Value* values, usize count, usize stride) {
  for (usize i = 0; i < count; i++) {
    if (!table_set_int(vm, t, i64(i) + 1, values[i * stride])) return false;
  }
  return true;
}

template <typename Less>
bool sort_copy(Vm& vm, Table* t, Less less) {
  usize count = t->array_length;
  RootedValues items(vm);
  if (!items.resize(count + count / 2 + 1)) return false;
  std::copy(t->array, t->array + count, items.data());
  MergeSort sorter(items.data() + count, less);
  return sorter.sort(items.data(), count) && write_back(vm, t, items.data(), count, 1);
}

}  // namespace

bool default_less(Vm& vm, Value a, Value b, bool& result) {
  if (a.is_small_int() && b.is_small_int()) {
    result = a.bits < b.bits;
    return vm.poll();
  }
  if (a.is_double() && b.is_double()) {
    result = a.as_double() < b.as_double();
    return vm.poll();
  }
  if (a.is_string() && b.is_string()) {
    result = compare_strings(a.as_string(), b.as_string()) < 0;
    return vm.poll();
  }
  return vm.less(a, b, result) && vm.poll();
}

bool sort_array(Vm& vm, Table* t, Direction direction) {
  if (t->array_length < 2) return true;
  switch (element_kind(t->array, t->array_length)) {
    case Elements::kSmallInts: return sort_words(vm, t, false, direction);
    case Elements::kDoubles: return sort_words(vm, t, true, direction);
    case Elements::kStrings: return sort_strings(vm, t, direction);
    case Elements::kMixed: break;
  }
  return sort_copy(vm, t, DefaultLess{vm, direction == Direction::kDescending});
}

bool sort_array_by(Vm& vm, Table* t, Value less) {
  return t->array_length < 2 || sort_copy(vm, t, CallbackLess{vm, less});
}

bool sort_array_by_key(Vm& vm, Table* t, Value key) {
  RootedValues storage(vm);
  usize count = t->array_length;
  if (!storage.resize(2 * (count + count / 2 + 1))) return false;
  auto* items = reinterpret_cast<Keyed*>(storage.data());
  for (usize i = 0; i < count; i++) items[i].value = t->array[i];
  for (usize i = 0; i < count; i++) {
    Value k = vm.call(key, {items[i].value});
    if (k.is_raised() || !vm.poll()) return false;
    items[i].key = k;
  }
  MergeSort sorter(items + count, KeyedLess{vm});
  return sorter.sort(items, count) && write_back(vm, t, &items->value, count, 2);
}

}  // namespace gs::stdlib
