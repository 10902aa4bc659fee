// Calls by every protocol, what is published for them, and errors.
#include <gtest/gtest.h>

#include <bit>

#include "jit/backend/harness.hpp"
#include "base/attributes.hpp"
#include "jit/ir/direct_target.hpp"

namespace gs::jit::backend {
namespace {

using ir::DirectParameter;
using ir::Node;
using ir::Op;
using ir::Type;

TEST(BackendCall, CallsGenerically) {
  Machine m;
  m.on_call = [&](u64* base, u64 index) {
    EXPECT_EQ(base, m.base() + 6);
    EXPECT_EQ(index, 7u);
    EXPECT_EQ(base[-2], int_value(3));    // header of the inlined frame
    EXPECT_EQ(base[-1], 1000u + 12);
    base[2] = int_value(100);
    return u64(1);
  };
  ASSERT_TRUE(m.compile(R"(function call
    b0:
      v0 = LoadSlot 0
      v1 = LoadSlot 1
      StoreSlot v0 8
      StoreSlot v1 10
      v2 = Call v0 0x100000002 /8 @s0
      v3 = GuardInt v2 @s0
      v4 = GuardInt v1 @s0
      v5 = AddInt v3 v4
      v6 = BoxInt v5
      Return v6
    s0: [p0 pc 12 base 0] [p1 pc 7 base 6 fn v0]
  )"));
  m.slot(0) = int_value(3);
  m.slot(1) = int_value(4);
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.slot(-2), int_value(104));
  // No result is nil.
  m.on_call = [&](u64*, u64) { return u64(0); };
  EXPECT_TRUE(m.run().exited);
  EXPECT_EQ(m.slot(8), kNilBits);
  // An error goes on.
  m.on_call = [&](u64*, u64) { return u64(-1); };
  EXPECT_EQ(m.run().returned, u64(-1));
}

u64 add_and_look(FakeVm* vm, u64 a, f64 b) {
  EXPECT_EQ(vm->frame_base, vm->machine->base() + 4);
  EXPECT_EQ(vm->frame_pc, 2000u + 9);
  EXPECT_EQ(vm->top, vm->machine->base() + 24);
  if (a == 0) return kRaisedBits;
  return int_value(i64(a) + i64(b));
}

bool is_positive(FakeVm*, i64 a) { return a > 0; }

TEST(BackendCall, CallsTheRuntime) {
  Machine m;
  char text[1024];
  std::snprintf(text, sizeof text, R"(function runtime
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2 = ConstFloat 2.5
      v3:v = CallRuntime v1 v2 0x%llx /1 @s1
      v4:b = CallRuntime v1 0x%llx /1 @s2
      v5 = BoxBool v4
      Return v3 v5
    s0: [p0 pc 1 base 0]
    s1: [p0 pc 3 base 0] [p1 pc 8 base 4 fn v0]
    s2: [p0 pc 3 base 0]
  )", reinterpret_cast<unsigned long long>(&add_and_look), reinterpret_cast<unsigned long long>(&is_positive));
  ASSERT_TRUE(m.compile(text));
  m.slot(0) = int_value(40);
  EXPECT_EQ(m.run().returned, 2u);
  EXPECT_EQ(m.slot(-2), int_value(42));
  EXPECT_EQ(m.slot(-1), kFalseBits + 1);
  m.slot(0) = int_value(0);
  EXPECT_EQ(m.run().returned, u64(-1));
}

TEST(BackendCall, InterpretsUntilTheInstructionIsThrough) {
  Machine m;
  static const u64 code[8] = {0, 0, 0, 0x55, 0};
  m.target.instruction_address = [](const void*, const void*, u32 pc) { return reinterpret_cast<u64>(code + pc); };
  u32 count = 0;
  m.on_handler = [&](u64* base, u64 pc) {
    EXPECT_EQ(pc, reinterpret_cast<u64>(code + 4));
    base[1] = int_value(i64(++count));
    return reinterpret_cast<u64>(count < 3 ? code + 3 : code + 4);
  };
  ASSERT_TRUE(m.compile(R"(function interpret
    b0:
      Interpret @s0
      v0 = LoadSlot 1
      Return v0
    s0: [p0 pc 3 base 0]
  )"));
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.slot(-2), int_value(3));
  m.on_handler = [&](u64*, u64) { return u64(-1); };
  EXPECT_EQ(m.run().returned, u64(-1));
}

TEST(BackendCall, FillsMissingArguments) {
  Machine m;
  m.target.parameter_count = 3;
  ASSERT_TRUE(m.compile("function f\nb0:\n  v0 = LoadSlot 1\n  v1 = LoadSlot 2\n  Return v0 v1\n"));
  m.vm.call_arguments = 1;
  m.slot(1) = m.slot(2) = 7;
  EXPECT_EQ(m.run().returned, 2u);
  EXPECT_EQ(m.slot(-2), kNilBits);
  EXPECT_EQ(m.slot(-1), kNilBits);
  m.vm.call_arguments = 3;
  m.slot(1) = int_value(1);
  m.run();
  EXPECT_EQ(m.slot(-2), int_value(1));
}

TEST(BackendCall, AsksForRoom) {
  Machine m;
  ASSERT_TRUE(m.compile("function f\nb0:\n  Return\n"));
  u64* limit = m.vm.stack_limit;
  m.vm.stack_limit = m.base() - 1;
  EXPECT_EQ(m.run().returned, 0x701u);
  m.vm.stack_limit = limit;
  m.vm.native_limit = reinterpret_cast<char*>(~0ull);
  EXPECT_EQ(m.run().returned, 0x701u);
}

// fib with direct calls of itself: arguments and results in registers.
struct Fib {
  Fib() {
    target.prototype_address = 1;
    target.result = {Type::I64, 0};
    target.parameters = std::span(&parameter, 1);
    m.target.direct = &target;
    m.target.prototype = reinterpret_cast<const void*>(1);
    m.target.parameter_count = 1;
    char text[1024];
    std::snprintf(text, sizeof text, R"(function fib
      b0:
        v0:i = Param 0
        v1 = ConstInt 2
        v2 = LtInt v0 v1
        Branch v2 b1 b2
      b1: b0
        ReturnDirect v0
      b2: b0
        v3 = ConstInt 1
        v4 = SubInt v0 v3
        v5:i = CallDirect v4 0x%llx /4 @s0
        v6 = SubInt v0 v1
        v7:i = CallDirect v6 0x%llx /4 @s1
        v8 = AddInt v5 v7
        ReturnDirect v8
      s0: [p0 pc 5 base 0] r0=v0
      s1: [p0 pc 8 base 0] r0=v0 r1=v5
    )", reinterpret_cast<unsigned long long>(&target), reinterpret_cast<unsigned long long>(&target));
    compiled = m.compile(text);
    if (compiled) target.code = reinterpret_cast<const void*>(m.entry_address(m.code.direct_entry));
  }
  Machine m;
  DirectParameter parameter{Type::I64, 0};
  ir::DirectTarget target;
  bool compiled;
};

TEST(BackendCall, CallsItselfDirectly) {
  Fib fib;
  ASSERT_TRUE(fib.compiled);
  fib.m.vm.call_arguments = 1;
  fib.m.slot(0) = int_value(20);
  EXPECT_EQ(fib.m.run().returned, 1u);
  EXPECT_EQ(fib.m.slot(-2), int_value(6765));
  EXPECT_EQ(fib.m.slot(5), (1000 + 9) | fib.m.target.native_link_flags);  // the last callee's link
  // An argument of another type: the function starts again below.
  fib.m.slot(0) = float_value(1);
  EXPECT_TRUE(fib.m.run().exited);
  EXPECT_EQ(fib.m.last.exit_pc, 1u);
}

u64 generic_result;
GS_NOINLINE u64 run_callee(u64* base) {
  EXPECT_EQ(base[0], int_value(9));
  base[-2] = generic_result;
  return generic_result == kRaisedBits ? u64(-1) : 1;
}
GS_PRESERVE_NONE u64 generic_callee(FakeVm*, u64* base, u64, u64, u64, u64) { return run_callee(base); }

TEST(BackendCall, TakesGenericResultsOfDirectCalls) {
  Machine m;
  DirectParameter parameter{Type::I64, 0};
  ir::DirectTarget target;
  const void* generic = reinterpret_cast<const void*>(&generic_callee);
  target.generic_code = &generic;
  target.result = {Type::F64, 0};
  target.parameters = std::span(&parameter, 1);
  // The adapter stands for a function without code of its own.
  CompiledRegion adapter = compile_adapter(target, m.target);
  ASSERT_EQ(adapter.failure, nullptr);
  Executable space(8192);
  u64 at = reinterpret_cast<u64>(space.at(0));
  adapter.place({space.at(0), at}, {space.at(4096), at + 4096});
  space.seal();
  target.code = space.at(0);
  char text[1024];
  std::snprintf(text, sizeof text, R"(function caller
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2:f = CallDirect v1 0x%llx /4 @s1
      v3 = AddFloat v2 v2
      v4 = BoxFloat v3
      Return v4
    s0: [p0 pc 1 base 0]
    s1: [p0 pc 5 base 0] r1=v1 r4=v1 r6=v1
  )", reinterpret_cast<unsigned long long>(&target));
  ASSERT_TRUE(m.compile(text));
  m.slot(0) = int_value(9);
  generic_result = float_value(1.5);
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.slot(-2), float_value(3));
  // Another type: leaves behind the call, whose result is in its slot.
  generic_result = int_value(3);
  RunResult r = m.run();
  EXPECT_TRUE(r.exited);
  EXPECT_EQ(r.exit_pc, 6u);
  EXPECT_EQ(m.slot(1), int_value(9));
  EXPECT_EQ(m.slot(4), int_value(3));
  generic_result = kRaisedBits;
  EXPECT_EQ(m.run().returned, u64(-1));
}

}  // namespace
}  // namespace gs::jit::backend
