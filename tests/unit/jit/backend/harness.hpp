// Runs machine code made by the backend on a VM of plain structs: a frame of slots, a budget, limits; exits are rebuilt by rebuild_frames and end
// the run. Code is IR text (jit/ir/parser.hpp) or a function built by the test.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "jit/backend/compile.hpp"
#include "jit/backend/thunks.hpp"

namespace gs::jit::backend {

struct FakeVm {
  i32 budget = 1000;
  u32 call_arguments = 0;
  u64* top = nullptr;
  u64* frame_base = nullptr;
  u64 frame_pc = 0;
  u64* stack_limit = nullptr;
  char* native_limit = nullptr;
  class Machine* machine = nullptr;
};

// Memory that is written first and executed afterwards.
class Executable {
 public:
  explicit Executable(usize size);
  ~Executable();
  u8* at(usize offset) { return memory_ + offset; }
  void seal();

 private:
  u8* memory_;
  usize size_;
};

struct RunResult {
  u64 returned = 0;        // rax
  u64 status = 0;          // of an exit: kExited
  bool exited = false;
  u32 exit = 0;
  u32 exit_pc = 0;
  i64 exit_base = 0;       // slots from the region's base
};

class Machine {
 public:
  Machine();
  ~Machine();

  // Null and a test failure if the text is wrong.
  std::unique_ptr<ir::Function> parse(const std::string& text);
  // Compiles; the code replaces what was compiled before. False and a test failure if it cannot be.
  bool compile(ir::Function& function);
  bool compile(const std::string& text);
  // From the generic entry, on the frame.
  RunResult run();
  RunResult run_at(u64 address);
  u64 entry_address(u32 offset) const;

  u64& slot(i64 number) { return base_[number]; }
  u64* base() { return base_; }
  u64 box(i64 value);                 // its value
  std::string code_bytes() const;
  f64 compile_seconds() const { return compile_seconds_; }

  Target target;                      // may be changed before compile
  Region region;
  FakeVm vm;
  CompiledRegion code;
  std::vector<u64> remembered;        // cells that barriers reported
  u32 poll_count = 0;
  bool poll_leaves = false;
  u32 allocation_count = 0;
  std::vector<std::vector<u64>> made_objects;  // by make_object: fields
  std::vector<std::pair<u64, u64>> global_stores;
  std::vector<std::unique_ptr<u64[]>> cells;
  std::function<u64(u64* base, u64 index)> on_call;  // generic calls: results go to the call's slot
  std::function<u64(u64* base, u64 pc)> on_handler;  // interpreted instructions: what the handler returns
  RunResult last;

  u64 allocate(usize words);

 private:
  std::unique_ptr<Executable> thunks_;
  std::unique_ptr<Executable> memory_;
  std::vector<u64> slots_;
  u64* base_;
  u64 hot_address_ = 0;
  f64 compile_seconds_ = 0;
  std::unique_ptr<ir::Function> function_;
};

// Value encoding for tests.
constexpr u64 int_value(i64 v) { return u64(v) - kIntBias; }
u64 float_value(f64 v);

}  // namespace gs::jit::backend
