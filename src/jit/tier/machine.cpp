#include "jit/tier/machine.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "jit/region/region.hpp"
#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/object/table_hash.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

extern "C" {
void gs_call();
void gs_make_room();
void gs_pass_error();
}

namespace gs::jit {

namespace {

using vm::CellHeader;
using vm::CellKind;
using vm::GcState;
using vm::Heap;
using vm::Prototype;
using vm::Table;
using vm::Value;
using vm::Vm;

static_assert(backend::kTagInt == vm::kTagInt && backend::kTagBoxedInt == vm::kTagBoxedInt);
static_assert(backend::kMaxDouble == vm::kMaxDouble && backend::kIntBias == vm::kIntBias);
static_assert(backend::kNilBits == vm::kNilBits && backend::kFalseBits == vm::kFalseBits);
static_assert(backend::kRaisedBits == vm::kRaisedBits && backend::kFrameHeader == vm::kFrameHeader);

template <typename F>
u64 address_of(F* function) {
  return reinterpret_cast<u64>(function);
}

// ---- C functions behind the thunks. Machine code relies on memory for what it makes: it is counted, but not refused.

// While C++ that may collect runs for machine code at `base`: the collector looks at value stacks up to `top`, which machine code does not
// keep, and a parameter may be nowhere but in its slot.
class FrameInSight {
 public:
  FrameInSight(Vm* vm, Value* base) : vm_(vm), top_(vm->top) {
    const u32 slots = std::max(region::kMaxFrameSlots, vm::frame_closure(base)->prototype->frame_size);
    vm->top = std::max(top_, base + slots);
  }
  ~FrameInSight() { vm_->top = top_; }
  FrameInSight(const FrameInSight&) = delete;
  FrameInSight& operator=(const FrameInSight&) = delete;

 private:
  Vm* vm_;
  Value* top_;
};

u64 box_int(Vm* vm, i64 value, Value* base) {
  FrameInSight frame(vm, base);
  Heap::WithoutLimit lifted(vm->heap());
  return vm->integer(value).bits;
}

void remember(Vm* vm, CellHeader* cell) { vm->heap().remember(cell); }

void* allocate(Vm* vm, u64 size, Value* base) {
  FrameInSight frame(vm, base);
  Heap::WithoutLimit lifted(vm->heap());
  return vm->heap().allocate(CellKind::kTable, size);
}

// True: there is no memory.
bool grow_array(Vm* vm, Table* table, Value* base) {
  FrameInSight frame(vm, base);
  if (vm::table_reserve_array(*vm, table, usize(table->array_length) + 1)) return false;
  vm->take_error();  // it is raised again where the lower tier tries
  return true;
}

bool poll(Vm* vm, u64, Value* base) {
  FrameInSight frame(vm, base);
  return !vm->quiet_poll();
}

// ---- facts

u64 instruction_address(const void*, const void* prototype, u32 pc) {
  return reinterpret_cast<u64>(static_cast<const Prototype*>(prototype)->code + pc);
}

u32 frame_size(const void*, const void* prototype) { return static_cast<const Prototype*>(prototype)->frame_size; }

backend::AllocationRun allocation_run(const void* context, u32 size) {
  Heap& heap = static_cast<Vm*>(const_cast<void*>(context))->heap();
  const Heap::FreeRun& run = heap.run(heap.run_of(size));
  return {reinterpret_cast<u64>(&run), u32(run.cell_size)};
}

void settle(Vm* vm, Value* slot, u64 count, u64 wanted) { vm::settle_results(*vm, slot, u32(count), u32(wanted)); }

u64 variable_header() {
  CellHeader header;
  header.kind = CellKind::kVariable;
  return std::bit_cast<u64>(header);
}

backend::Target make_target(Vm& vm) {
  backend::Target t;
  t.vm = {.budget = offsetof(Vm, budget),
          .top = offsetof(Vm, top),
          .frame_base = offsetof(Vm, frame_base),
          .frame_pc = offsetof(Vm, frame_pc),
          .call_arguments = offsetof(Vm, call_arguments),
          .stack_limit = offsetof(Vm, stack_limit),
          .native_limit = offsetof(Vm, native_limit)};
  t.cell = {.gc_state = offsetof(CellHeader, gc),
            .gc_old = u8(GcState::kOld),
            .boxed_int_value = offsetof(vm::BoxedInt, value),
            .variable_header = variable_header(),
            .variable_size = sizeof(vm::Variable)};
  static_assert(sizeof(vm::HashEntry) == 16 && offsetof(vm::HashEntry, key) == 0);
  t.hash = {.capacity = offsetof(vm::HashPart, capacity),
            .index_mask = offsetof(vm::HashPart, index_mask),
            .entries = offsetof(vm::HashPart, entries)};
  t.entries.call = address_of(&gs_call);
  t.entries.make_room = address_of(&gs_make_room);
  t.entries.unwind = address_of(&gs_pass_error);
  t.entries.handler_table = reinterpret_cast<u64>(vm::interp::kTable);
  t.entries.return_table = reinterpret_cast<u64>(vm::interp::kReturnTable);
  t.entries.settle_results = address_of(&settle);
  t.context = &vm;
  t.instruction_address = &instruction_address;
  t.frame_size = &frame_size;
  t.allocation_run = &allocation_run;
  t.native_link_flags = vm::kLinkCode;
  t.red_zone_slots = vm::StackPool::kLargestQuickFrame;
  t.has_avx = __builtin_cpu_supports("avx");
  t.has_bmi2 = __builtin_cpu_supports("bmi2");
  return t;
}

// ---- rebuilding frames

u64 host_box_int(void* context, i64 value) {
  Vm& vm = *static_cast<Vm*>(context);
  Heap::WithoutLimit lifted(vm.heap());
  return vm.integer(value).bits;
}

u64 host_make_object(void* context, const ir::ObjectTemplate& made, std::span<const u64> fields) {
  Vm& vm = *static_cast<Vm*>(context);
  Heap::WithoutLimit lifted(vm.heap());
  auto* t = vm.heap().allocate_cell<Table>(CellKind::kTable, made.size);
  std::memcpy(static_cast<void*>(t), &made.header, sizeof made.header);
  t->shape = reinterpret_cast<vm::Shape*>(made.shape);
  for (u32 i = 0; i < made.field_count; i++) t->slots[i] = Value(i < fields.size() ? fields[i] : made.rest);
  return Value::table(t).bits;
}

u64 host_make_cell(void* context, u64 value, u32) {
  Vm& vm = *static_cast<Vm*>(context);
  Heap::WithoutLimit lifted(vm.heap());
  auto* cell = vm.heap().allocate_cell<vm::Variable>(CellKind::kVariable);
  cell->value = Value(value);
  return Value::object(cell).bits;
}

void host_store_global(void* context, u64 address, u64 value) {
  auto* global = reinterpret_cast<vm::Global*>(address - offsetof(vm::Global, value));
  global->value = Value(value);
  static_cast<Vm*>(context)->heap().barrier(global);
}

u64 host_link(void*, const void* prototype, u32 pc) { return instruction_address(nullptr, prototype, pc); }

}  // namespace

backend::FrameHost frame_host(Vm& vm) {
  return {&vm, &host_box_int, &host_make_object, &host_make_cell, &host_store_global, &host_link};
}

Machine make_machine(Vm& vm, CodeCache& cache, LeaveFunction leave) {
  Machine machine;
  machine.target = make_target(vm);
  backend::ThunkOffsets offsets;
  backend::CompiledRegion code = backend::compile_thunks({.box_int = address_of(&box_int),
                                                          .barrier = address_of(&remember),
                                                          .allocate = address_of(&allocate),
                                                          .poll = address_of(&poll),
                                                          .leave = address_of(leave),
                                                          .grow_array = address_of(&grow_array)},
                                                         offsets);
  usize hot = (code.hot_size + CodeCache::kUnit - 1) / CodeCache::kUnit * CodeCache::kUnit;
  machine.thunks = cache.allocate(hot + code.cold_size);
  if (!machine.thunks.code || code.failure) return machine;
  auto* write = reinterpret_cast<u8*>(machine.thunks.writable);
  u64 at = reinterpret_cast<u64>(machine.thunks.code);
  code.place({write, at}, {write + hot, at + hot});
  machine.target.entries.box_int = at + offsets.box_int;
  machine.target.entries.barrier = at + offsets.barrier;
  machine.target.entries.allocate = at + offsets.allocate;
  machine.target.entries.poll = at + offsets.poll;
  machine.target.entries.grow_array = at + offsets.grow_array;
  machine.target.entries.leave = at + offsets.leave;
  return machine;
}

}  // namespace gs::jit
