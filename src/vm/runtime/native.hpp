// How C++ functions of the library meet the VM: arguments, results, errors. Everything in src/stdlib is written against this
// header, vm.hpp and the object headers.
//
//   Value string_rep(Vm& vm, Args args) {
//     String* s;
//     i64 n;
//     if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, n)) return Value::raised();
//     ...
//     return Value::string(result);
//   }
//
// Contract
// - A native returns its one result, Value::multi(n) after leaving n results (vm.results), or Value::raised() after raising.
// - Every function that can raise returns bool (false = raised), a null pointer, or Value::raised(); the caller returns at
//   once with Value::raised(). There is no other unwinding: destructors run as in any C++ code.
// - Any allocation may collect. Pointers and Values in local variables and in Args are safe: native stacks are scanned
//   conservatively. Values kept only in malloc memory (std::vector<Value>) are not seen: use RootedValues.
// - Anything that calls back into scripts (vm.call, index, equals, less, to_string_form) may run arbitrary code, switch
//   goroutines, and change any table. Re-read lengths and pointers after it. Args stay valid: value stacks do not move.
// - Anything that can run long on hostile input calls vm.poll() now and then (every few thousand steps): false = raised (time limit, interrupt).
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "vm/object/objects.hpp"

namespace gs::vm {

struct Args {
  Value* base;
  u32 count;

  // Missing arguments read as nil. Indices are from 0.
  Value operator[](u32 i) const { return i < count ? base[i] : Value::nil(); }
  bool has(u32 i) const { return i < count && !base[i].is_nil(); }
  Native* callee() const { return static_cast<Native*>(base[-2].as_function()); }
};

// Argument readers (15.1). Each raises "bad argument #N to 'fn' (...)" and returns false when the argument does not fit;
// opt_ forms leave `out` as it was when the argument is nil or missing. `index` counts from 0; for methods of library objects pass the
// index among args: the receiver at 0 is not counted in the message when the native was registered as a method.
[[nodiscard]] bool arg_string(Vm& vm, Args args, u32 index, std::string_view& out);
[[nodiscard]] bool arg_string(Vm& vm, Args args, u32 index, String*& out);
[[nodiscard]] bool arg_number(Vm& vm, Args args, u32 index, f64& out);
[[nodiscard]] bool arg_int(Vm& vm, Args args, u32 index, i64& out);
[[nodiscard]] bool arg_table(Vm& vm, Args args, u32 index, Table*& out);
[[nodiscard]] bool arg_callable(Vm& vm, Args args, u32 index, Value& out);  // "function expected": functions and values with __call
[[nodiscard]] bool opt_string(Vm& vm, Args args, u32 index, std::string_view& out);
[[nodiscard]] bool opt_number(Vm& vm, Args args, u32 index, f64& out);
[[nodiscard]] bool opt_int(Vm& vm, Args args, u32 index, i64& out);
[[nodiscard]] bool opt_table(Vm& vm, Args args, u32 index, Table*& out);
// Numbers and numeric strings, kept as int or float (3.4).
[[nodiscard]] bool arg_numeric(Vm& vm, Args args, u32 index, Value& out);
// The receiver of a method of a library object of class `type`.
[[nodiscard]] bool arg_userdata(Vm& vm, Args args, u32 index, const UserdataClass& type, void*& payload);
template <typename T>
[[nodiscard]] bool arg_object(Vm& vm, Args args, u32 index, const UserdataClass& type, T*& out) {
  void* payload = nullptr;
  if (!arg_userdata(vm, args, index, type, payload)) return false;
  out = static_cast<T*>(payload);
  return true;
}
// Raises "bad argument #N to 'fn' (reason)".
Value bad_argument(Vm& vm, Args args, u32 index, std::string_view reason);
// Raises "bad argument #N to 'fn' (what expected, got TYPE)".
Value bad_type(Vm& vm, Args args, u32 index, std::string_view what);

struct NativeRow {
  const char* name;  // within the library: "rep"
  NativeFunction entry;
};

// Values held by C++ code in memory the collector does not scan. Registers itself with the VM for its lifetime.
// Growth is accounted and may fail: push returns false after raising "out of memory".
class RootedValues {
 public:
  explicit RootedValues(Vm& vm);
  ~RootedValues();
  RootedValues(const RootedValues&) = delete;
  RootedValues& operator=(const RootedValues&) = delete;

  [[nodiscard]] bool push(Value v);
  [[nodiscard]] bool resize(usize count);  // new ones nil
  usize size() const { return size_; }
  Value& operator[](usize i) { return data_[i]; }
  Value* data() { return data_; }
  Value* begin() { return data_; }
  Value* end() { return data_ + size_; }
  RootedValues* next() { return next_; }

 private:
  friend class Vm;
  Vm& vm_;
  RootedValues* next_;
  RootedValues** link_;
  Value* data_ = nullptr;
  usize size_ = 0;
  usize capacity_ = 0;
};

// Builds a string of unknown length in memory the heap accounts for. A failed append (memory limit, 2^47 bytes) is remembered and raised
// by finish; `failed()` lets loops stop early.
class StringBuilder {
 public:
  explicit StringBuilder(Vm& vm) : vm_(vm) {}
  ~StringBuilder();
  StringBuilder(const StringBuilder&) = delete;
  StringBuilder& operator=(const StringBuilder&) = delete;

  void append(std::string_view text) {
    if (GS_UNLIKELY(text.size() > capacity_ - size_) && !grow(text.size())) return;
    __builtin_memcpy(data_ + size_, text.data(), text.size());
    size_ += text.size();
  }
  void append(char c) {
    if (GS_UNLIKELY(size_ == capacity_) && !grow(1)) return;
    data_[size_++] = c;
  }
  // Room for `count` more bytes to be written at the result and then claimed by `advance`; null if it failed.
  char* reserve(usize count) { return count <= capacity_ - size_ || grow(count) ? data_ + size_ : nullptr; }
  void advance(usize count) { size_ += count; }
  bool failed() const { return failed_; }
  usize size() const { return size_; }
  std::string_view view() const { return {data_, size_}; }
  void clear() { size_ = 0; }
  [[nodiscard]] String* finish();       // null = raised
  [[nodiscard]] Value finish_value();   // the string, or raised

 private:
  [[nodiscard]] bool grow(usize count);
  Vm& vm_;
  char* data_ = inline_;
  usize size_ = 0;
  usize capacity_ = sizeof inline_;
  bool failed_ = false;
  char inline_[256];
};

}  // namespace gs::vm
