// The fake VM behind the backend's tests.
#include "jit/backend/harness.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <bit>
#include <chrono>
#include <cstring>

#include "base/attributes.hpp"
#include "jit/ir/parser.hpp"
#include "jit/ir/verifier.hpp"

namespace gs::jit::backend {

Executable::Executable(usize size) : size_((size + 4095) / 4096 * 4096) {
  memory_ = static_cast<u8*>(mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
}
Executable::~Executable() { munmap(memory_, size_); }
void Executable::seal() { mprotect(memory_, size_, PROT_READ | PROT_EXEC); }

namespace {

constexpr u64 kLanding = 0x1EAF;

using Code = GS_PRESERVE_NONE u64 (*)(FakeVm* vm, u64* base, u64 pc, u64 prototype, u64 insn, u64 table);

// All registers but rbp are lost over the call.
GS_NOINLINE GS_NO_SANITIZE u64 enter(u64 address, FakeVm* vm, u64* base) { return reinterpret_cast<Code>(address)(vm, base, 0, 0, 0, 0); }

Machine& machine_of(FakeVm* vm) { return *vm->machine; }

u64 box_int(FakeVm* vm, i64 value) { return machine_of(vm).box(value); }
void barrier(FakeVm* vm, u64 cell) {
  machine_of(vm).remembered.push_back(cell);
  reinterpret_cast<u8*>(cell)[1] = 2;
}
u64 allocate_cell(FakeVm* vm, u64 size) {
  machine_of(vm).allocation_count++;
  return machine_of(vm).allocate((size + 7) / 8);
}
bool poll(FakeVm* vm) {
  machine_of(vm).poll_count++;
  vm->budget = 10;
  return machine_of(vm).poll_leaves;
}

GS_PRESERVE_NONE u64 landing(FakeVm*, u64*, u64, u64, u64, u64) { return kLanding; }
GS_PRESERVE_NONE u64 unwind(FakeVm*, u64*, u64, u64, u64, u64) { return u64(-1); }
GS_PRESERVE_NONE u64 make_room(FakeVm*, u64*, u64, u64, u64 exact, u64) { return 0x700 + exact; }
// Functions of that convention only pass on: sanitizers cannot keep their variables.
GS_NOINLINE u64 do_call(FakeVm* vm, u64* base, u64 insn) { return machine_of(vm).on_call(base, u32(insn)); }
GS_NOINLINE u64 do_handle(FakeVm* vm, u64* base, u64 pc) { return machine_of(vm).on_handler(base, pc); }
GS_PRESERVE_NONE u64 call(FakeVm* vm, u64* base, u64, u64, u64 insn, u64) { return do_call(vm, base, insn); }
GS_PRESERVE_NONE u64 handler(FakeVm* vm, u64* base, u64 pc, u64, u64, u64) { return do_handle(vm, base, pc); }

void settle(FakeVm*, u64* at, u64 count, u64 wanted) {
  for (u64 i = count; i + 1 < wanted; i++) at[i] = kNilBits;
}

Continuation leave(FakeVm* vm, u64* base, Region* region, u32 exit, RegisterFile* registers) {
  Machine& m = machine_of(vm);
  FrameHost host;
  host.context = vm;
  host.box_int = [](void* c, i64 v) { return box_int(static_cast<FakeVm*>(c), v); };
  host.make_object = [](void* c, const ir::ObjectTemplate& made, std::span<const u64> fields) {
    Machine& machine = machine_of(static_cast<FakeVm*>(c));
    machine.made_objects.emplace_back(fields.begin(), fields.end());
    return made.tag | machine.made_objects.size();
  };
  host.make_cell = [](void* c, u64 value, u32) -> u64 {
    Machine& machine = machine_of(static_cast<FakeVm*>(c));
    machine.made_objects.push_back({value});
    return (0xFFFDull << 48) | machine.made_objects.size();
  };
  host.store_global = [](void* c, u64 address, u64 value) { machine_of(static_cast<FakeVm*>(c)).global_stores.push_back({address, value}); };
  host.link = [](void*, const void* prototype, u32 pc) { return u64(prototype) * 1000 + pc; };
  RebuiltFrame frame = rebuild_frames(*region, exit, base, *registers, host);
  m.last.exited = true;
  m.last.exit = exit;
  m.last.exit_pc = frame.pc;
  m.last.exit_base = frame.base - m.base();
  return {reinterpret_cast<u64>(&landing), region->exits[exit].returns_directly};
}


}  // namespace

u64 float_value(f64 v) { return std::bit_cast<u64>(v); }

Machine::Machine() : slots_(4096) {
  base_ = slots_.data() + 64;
  vm.machine = this;
  vm.stack_limit = slots_.data() + 3500;
  ThunkOffsets offsets;
  CompiledRegion made = compile_thunks({reinterpret_cast<u64>(&box_int), reinterpret_cast<u64>(&barrier), reinterpret_cast<u64>(&allocate_cell),
                                        reinterpret_cast<u64>(&poll), reinterpret_cast<u64>(&leave)},
                                       offsets);
  EXPECT_EQ(made.failure, nullptr);
  thunks_ = std::make_unique<Executable>(made.hot_size + made.cold_size + 64);
  usize cold = (made.hot_size + 63) / 64 * 64;
  u64 address = reinterpret_cast<u64>(thunks_->at(0));
  made.place({thunks_->at(0), address}, {thunks_->at(cold), address + cold});
  thunks_->seal();
  target.entries.box_int = address + offsets.box_int;
  target.entries.barrier = address + offsets.barrier;
  target.entries.allocate = address + offsets.allocate;
  target.entries.poll = address + offsets.poll;
  target.entries.leave = address + offsets.leave;
  target.entries.call = reinterpret_cast<u64>(&call);
  target.entries.make_room = reinterpret_cast<u64>(&make_room);
  target.entries.unwind = reinterpret_cast<u64>(&unwind);
  static u64 handlers[256];
  for (u64& entry : handlers) entry = reinterpret_cast<u64>(&handler);
  target.entries.handler_table = reinterpret_cast<u64>(handlers);
  target.entries.settle_results = reinterpret_cast<u64>(&settle);
  target.vm.budget = offsetof(FakeVm, budget);
  target.vm.top = offsetof(FakeVm, top);
  target.vm.frame_base = offsetof(FakeVm, frame_base);
  target.vm.frame_pc = offsetof(FakeVm, frame_pc);
  target.vm.call_arguments = offsetof(FakeVm, call_arguments);
  target.vm.stack_limit = offsetof(FakeVm, stack_limit);
  target.vm.native_limit = offsetof(FakeVm, native_limit);
  target.cell.variable_header = 0x77;
  target.instruction_address = [](const void*, const void* prototype, u32 pc) { return u64(prototype) * 1000 + pc; };
  target.frame_size = [](const void*, const void*) { return 20u; };
  target.native_link_flags = 1ull << 60;
  target.region = &region;
  target.frame_slots = 40;
  target.red_zone_slots = 100;
  target.has_avx = __builtin_cpu_supports("avx");
  target.has_bmi2 = __builtin_cpu_supports("bmi2");
}

Machine::~Machine() = default;

std::unique_ptr<ir::Function> Machine::parse(const std::string& text) {
  ir::ParseResult parsed = ir::parse(text);
  EXPECT_TRUE(parsed.function) << parsed.error;
  if (!parsed.function) return nullptr;
  ir::VerifyResult verified = ir::verify(*parsed.function);
  EXPECT_TRUE(verified.ok) << verified.message;
  return verified.ok ? std::move(parsed.function) : nullptr;
}

bool Machine::compile(const std::string& text) {
  function_ = parse(text);
  return function_ && compile(*function_);
}

bool Machine::compile(ir::Function& function) {
  region = Region();
  auto start = std::chrono::steady_clock::now();
  code = backend::compile(function, target);
  compile_seconds_ = std::chrono::duration<f64>(std::chrono::steady_clock::now() - start).count();
  EXPECT_EQ(code.failure, nullptr) << code.failure;
  if (code.failure) return false;
  usize cold = (code.hot_size + 4095) / 4096 * 4096;
  memory_ = std::make_unique<Executable>(cold + code.cold_size + 64);
  hot_address_ = reinterpret_cast<u64>(memory_->at(0));
  code.place({memory_->at(0), hot_address_}, {memory_->at(cold), hot_address_ + cold});
  memory_->seal();
  return true;
}

u64 Machine::entry_address(u32 offset) const { return hot_address_ + offset; }

RunResult Machine::run() { return run_at(entry_address(code.entry)); }

RunResult Machine::run_at(u64 address) {
  last = RunResult();
  last.returned = enter(address, &vm, base_);
  if (last.exited) {
    EXPECT_EQ(last.returned, kLanding);
  }
  return last;
}

u64 Machine::allocate(usize words) {
  cells.push_back(std::make_unique<u64[]>(words + 2));
  u64 address = reinterpret_cast<u64>(cells.back().get());
  return (address + 15) & ~15ull;
}

u64 Machine::box(i64 value) {
  u64 cell = allocate(2);
  reinterpret_cast<i64*>(cell)[1] = value;
  return kTagBoxedInt | cell;
}

std::string Machine::code_bytes() const { return std::string(reinterpret_cast<const char*>(hot_address_), code.hot_size); }

}  // namespace gs::jit::backend
