#include "jit/tier/optimizer.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <utility>

#include "bytecode/cfg.hpp"
#include "jit/backend/x64/registers.hpp"
#include "jit/ir/printer.hpp"
#include "jit/opt/pass.hpp"
#include "jit/tier/native_stacks.hpp"
#include "platform/clock.hpp"
#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/stack_pool.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::jit {

namespace {

using backend::Continuation;
using vm::Prototype;
using vm::Value;

std::string place_name(const Prototype* proto, u32 entry) {
  std::string text = std::string(view(proto->source)) + ":" + std::to_string(vm::line_of(proto, proto->code + entry + 1));
  if (proto->name) text += " " + std::string(view(proto->name));
  return text;
}

// Code that is not entered any more may take up to one in so many bytes before stacks are searched for it.
constexpr usize kStaleShare = 8;

template <typename State>
bool is_refused(const State& state, u32 entry) {
  return std::ranges::find(state.refused, entry) != state.refused.end();
}

// What --dump=ir:PASS wants to see.
void dump_ir(void* wanted, const char* pass, const ir::Function& function) {
  const std::string& name = *static_cast<const std::string*>(wanted);
  if (name == pass || name == "all") std::fprintf(stderr, "; after %s\n%s", pass, ir::print(function).c_str());
}

backend::Continuation leave_region(vm::Vm*, Value* base, backend::Region* region, u32 exit, backend::RegisterFile* registers) {
  auto* code = static_cast<OptimizedCode*>(region->owner);
  return code->optimizer->leave(*code, base, exit, registers);
}

}  // namespace

Optimizer::Optimizer(vm::Vm& vm, CodeCache& cache, Report& report)
    : vm_(vm), cache_(cache), report_(report), direct_entries_(cache) {}

Optimizer::~Optimizer() {
  for (auto& code : codes_) free(*code);
}

bool Optimizer::has_function_code(const Prototype* proto) const {
  auto found = states_.find(proto);
  return found != states_.end() && found->second.function;
}

bool Optimizer::has_failed(const Prototype* prototype, u32 pc) const {
  auto state = states_.find(prototype);
  if (state == states_.end()) return false;
  auto failures = state->second.failures.find(pc);
  return failures != state->second.failures.end() && failures->second >= 2;
}

bool Optimizer::has_failed_at_join(const Prototype* prototype, u32 pc) const {
  auto state = states_.find(prototype);
  return state != states_.end() && state->second.failures_at_joins.contains(pc);
}

bool Optimizer::has_failed_moved(const Prototype* prototype, u32 pc) const {
  auto state = states_.find(prototype);
  return state != states_.end() && state->second.failures_moved.contains(pc);
}

// ---- when to compile

bool Optimizer::is_worth_trying(FunctionState& state, Prototype* proto) {
  if (!state.due_heat) state.due_heat = u64(vm_.options().tunables.opt_threshold);
  if (proto->heat < state.due_heat || state.compilations > u64(vm_.options().tunables.opt_recompiles)) return false;
  wait(state, proto, state.searches++);
  return true;
}

// Until it is worth trying again: as long as until the first time, doubled so often.
void Optimizer::wait(FunctionState& state, const Prototype* proto, u32 doublings) {
  state.due_heat = proto->heat + (u64(vm_.options().tunables.opt_threshold) << std::min(doublings, 20u));
}

// Null: it is another function that runs.
const Value* Optimizer::running_frame(const Prototype* proto) const {
  return vm_.frame_base && vm::frame_closure(vm_.frame_base)->prototype == proto ? vm_.frame_base : nullptr;
}

void Optimizer::consider(Prototype* proto) {
  FunctionState& state = states_[proto];
  if (!is_worth_trying(state, proto)) return;
  // Programs that end before anything is hot do without the thunks.
  if (!machine_) machine_ = std::make_unique<Machine>(make_machine(vm_, cache_, &leave_region));
  if (!machine_->thunks.code) return;
  // At a function's entry its parameters are what was passed, and mostly still in its loops.
  const Value* frame = running_frame(proto);
  const u32 loop = frame ? u32(vm_.frame_pc - proto->code) - 1 : 0;
  std::span<const Value> arguments(frame, frame ? proto->parameters : 0);
  if (!state.function && compile_function(state, proto, arguments, loop ? frame : nullptr)) {
    // A loop that runs right now goes on in lower code; if it runs for long it is found again.
    state.searches = 0;
    return;
  }
  if (loop && compile_next_loop(state, proto, loop)) state.searches = 0;
}

// The innermost loop around `inside` that has no code yet.
bool Optimizer::compile_next_loop(FunctionState& state, Prototype* proto, u32 inside) {
  bytecode::ControlFlow flow = bytecode::analyze_flow({proto->code, proto->code_length});
  for (usize i = flow.loops.size(); i-- > 0;) {
    const bytecode::FlowLoop& loop = flow.loops[i];
    u32 entry = flow.blocks[loop.header].begin, end = 0;
    for (u32 block : loop.blocks) end = std::max(end, flow.blocks[block].end);
    if (inside < entry || inside >= end) continue;
    bool has_code = std::any_of(state.loops.begin(), state.loops.end(), [&](OptimizedCode* c) { return c->entry == entry; });
    if (!has_code && compile_loop(state, proto, entry, end)) return true;
  }
  return false;
}

// ---- compiling

bool Optimizer::compile_function(FunctionState& state, Prototype* proto, std::span<const Value> arguments, const Value* frame) {
  if (is_refused(state, 0)) return false;
  renew_direct_entry(state, proto, arguments);
  region::RegionRequest request{vm_, proto};
  request.arguments = arguments;
  request.frame = frame;
  request.direct = state.direct;
  OptimizedCode* code = compile(state, request);
  if (!code) return false;
  code->direct = state.direct;
  install_function(state, code);
  return true;
}

bool Optimizer::compile_loop(FunctionState& state, Prototype* proto, u32 entry, u32 end) {
  if (is_refused(state, entry)) return false;
  region::RegionRequest request{vm_, proto};
  request.entry = entry;
  request.frame = running_frame(proto);
  OptimizedCode* code = compile(state, request);
  if (!code) return false;
  code->end = end;
  code->due_leaves = u32(vm_.options().tunables.opt_exits);
  code->is_installed = true;
  state.loops.push_back(code);
  cover_header(code);
  return true;
}

// How the function is called directly may have become another matter since it was last looked at: then who calls it the old way is
// compiled anew.
void Optimizer::renew_direct_entry(FunctionState& state, Prototype* proto, std::span<const Value> arguments) {
  if (!proto->quick_arguments || state.has_no_direct_form) return;
  region::RegionRequest request{vm_, proto};
  request.arguments = arguments;
  request.history = this;
  region::DirectSignature signature = region::direct_signature(request);
  for (u32 k : state.boxed_parameters) {
    if (k < signature.parameters.size()) signature.parameters[k] = {};
  }
  if (state.direct && signature.is_possible && state.direct->is_called_as(signature)) return;
  DirectEntry* old = std::exchange(state.direct, nullptr);
  if (signature.is_possible) state.direct = direct_entries_.make(proto, signature, machine_->target);
  state.has_no_direct_form = !state.direct;
  if (!old) return;
  old->use_adapter();
  for (auto& code : codes_) {
    if (code->is_valid && std::ranges::find(code->direct_targets, old) != code->direct_targets.end()) give_up(code.get());
  }
}

const ir::DirectTarget* Optimizer::of(Prototype* proto, std::span<const Value> arguments) {
  FunctionState& state = states_[proto];
  if (!state.direct && !is_refused(state, 0)) renew_direct_entry(state, proto, arguments);
  return state.direct;
}

OptimizedCode* Optimizer::compile(FunctionState& state, region::RegionRequest request) {
  if (stale_bytes_ > cache_.bytes_in_use() / kStaleShare) sweep();
  Prototype* const proto = request.prototype;
  const u32 entry = request.entry;
  f64 started = platform::monotonic_seconds();
  auto code = std::make_unique<OptimizedCode>();
  code->optimizer = this;
  code->prototype = proto;
  code->entry = entry;
  request.validity = &code->is_valid;
  request.history = this;
  request.targets = this;
  region::RegionResult result;
  std::unique_ptr<ir::Function> ir = region::build(request, result);
  const char* failure = ir ? nullptr : result.refusal.c_str();
  bool has_room = true;
  backend::CompiledRegion compiled;
  if (ir) {
    opt::PassContext context;
    context.skip = vm_.options().skip_passes;
    context.verify = vm_.options().tunables.opt_verify != 0;
    std::string dumped = vm_.options().dump_ir;
    if (!dumped.empty()) {
      context.after_pass = dump_ir;
      context.user = &dumped;
      dump_ir(&dumped, "build", *ir);
    }
    if (vm_.options().tunables.opt_stress_exits) context.forced = &code->forced;
    opt::run_passes(*ir, context);
    code->region.owner = code.get();
    backend::Target target = machine_->target;
    target.region = &code->region;
    target.prototype = proto;
    target.prototype_address = reinterpret_cast<u64>(proto);
    target.is_loop = entry != 0;
    target.parameter_count = proto->parameters;
    target.direct = request.direct;
    target.frame_slots = result.frame_slots;
    target.wants_map = report_.wants_dump();
    compiled = backend::compile(*ir, target);
    failure = compiled.failure;
    if (!failure && !(has_room = place(*code, compiled))) failure = "no room for its code";
  }
  f64 seconds = platform::monotonic_seconds() - started;
  seconds_ += seconds;
  state.compilations++;
  if (vm_.options().trace_jit) {
    std::fprintf(stderr, "jit: %s %s: %s%s, %u nodes, %zu bytes, %.0f us\n", entry ? "loop" : "function",
                 place_name(proto, entry).c_str(), failure ? "not compiled: " : "compiled", failure ? failure : "",
                 ir ? ir->node_count() : 0, compiled.hot_size + compiled.cold_size, seconds * 1e6);
  }
  if (failure) {
    if (has_room) state.refused.push_back(entry);
    return nullptr;
  }
  report_.add({proto, *ir, compiled, code->hot.code, code->cold.code});
  bytecodes_ += proto->code_length;
  code->frame_slots = result.frame_slots;
  code->dependencies = std::move(result.dependencies);
  code->references = std::move(result.references);
  code->prototypes = std::move(result.prototypes);
  code->direct_targets = std::move(result.direct_targets);
  for (const region::Dependency& d : code->dependencies) {
    const_cast<vm::Global*>(static_cast<const vm::Global*>(d.subject))->flags |= vm::Global::kWatched;
  }
  codes_.push_back(std::move(code));
  return codes_.back().get();
}

namespace {

usize bytes_to_account(const OptimizedCode& code, const backend::CompiledRegion& compiled) {
  const backend::Region& region = code.region;
  return sizeof code + compiled.hot_size + compiled.cold_size + region.exits.size() * sizeof region.exits[0] +
         region.recipes.size() + region.constants.size() * sizeof region.constants[0];
}

}  // namespace

bool Optimizer::place(OptimizedCode& code, backend::CompiledRegion& compiled) {
  const usize bytes = bytes_to_account(code, compiled);
  if (!vm_.heap().has_room(bytes)) return false;
  auto allocate = [&] {
    code.hot = cache_.allocate(compiled.hot_size);
    code.cold = code.hot.code ? cache_.allocate(compiled.cold_size) : CodeRange{};
    if (!code.cold.code && code.hot.code) cache_.free(code.hot);
    return code.cold.code != nullptr;
  };
  if (!allocate()) {
    sweep();
    if (!allocate()) return false;
  }
  vm_.heap().account_unchecked(bytes);
  code.bytes = bytes;
  compiled.place({reinterpret_cast<u8*>(code.hot.writable), reinterpret_cast<u64>(code.hot.code)},
                 {reinterpret_cast<u8*>(code.cold.writable), reinterpret_cast<u64>(code.cold.code)});
  code.generic_entry = code.hot.code + compiled.entry;
  code.exact_entry = code.hot.code + compiled.exact_entry;
  code.direct_entry = code.hot.code + compiled.direct_entry;
  return true;
}

// ---- entries

void Optimizer::install_function(FunctionState& state, OptimizedCode* code) {
  state.function = code;
  code->is_installed = true;
  if (code->direct) code->direct->code = code->direct_entry;
  vm::interp::run_code_from_now_on(code->prototype, code->prototype->machine, code->generic_entry, code->exact_entry);
}

// Loops are entered from baseline code: its header begins with a jump now.
void Optimizer::cover_header(OptimizedCode* code) {
  vm::MachineCode* machine = code->prototype->machine;
  if (!machine) return;
  auto* header = static_cast<const char*>(machine->address_of(code->entry));
  i64 distance = code->generic_entry - (header + 5);
  code->covered_at = cache_.writable(header);
  std::memcpy(code->covered, code->covered_at, sizeof code->covered);
  u8 jump[5] = {0xe9, u8(distance), u8(distance >> 8), u8(distance >> 16), u8(distance >> 24)};
  std::memcpy(code->covered_at, jump, sizeof jump);
}

void Optimizer::uncover_header(OptimizedCode* code) {
  if (code->covered_at) std::memcpy(code->covered_at, code->covered, sizeof code->covered);
  code->covered_at = nullptr;
}

void Optimizer::baseline_code_goes(const Prototype* proto) {
  auto found = states_.find(proto);
  if (found == states_.end()) return;
  for (OptimizedCode* code : found->second.loops) uncover_header(code);
}

void Optimizer::baseline_code_came(const Prototype* proto) {
  auto found = states_.find(proto);
  if (found == states_.end()) return;
  FunctionState& state = found->second;
  for (OptimizedCode* code : state.loops) cover_header(code);
  if (state.function) install_function(state, state.function);
}

void Optimizer::give_up(OptimizedCode* code) {
  code->is_valid = 0;
  if (!code->is_installed) return;
  retire(code);
  given_up_++;
  uncover_header(code);
  Prototype* proto = code->prototype;
  FunctionState& state = states_[proto];
  std::erase(state.loops, code);
  if (state.function != code) return;
  state.function = nullptr;
  if (code->direct) code->direct->use_adapter();
  if (proto->machine) {
    vm::interp::run_code_from_now_on(proto, proto->machine, proto->machine->entry, proto->machine->exact_entry);
  } else {
    vm::interp::interpret_from_now_on(vm_, proto);
  }
}

void Optimizer::retire(OptimizedCode* code) {
  code->is_installed = false;
  stale_bytes_ += code->bytes;
}

void Optimizer::free(const OptimizedCode& code) {
  cache_.free(code.hot);
  cache_.free(code.cold);
  vm_.heap().unaccount(code.bytes);
}

// Frees the code that is never entered again and that no native stack returns into, and the records of direct calls that were for it.
void Optimizer::sweep() {
  std::vector<HeldRange> ranges;
  for (auto& code : codes_) {
    code->is_held = code->is_installed;
    if (code->is_held) continue;
    ranges.push_back({code->hot, &code->is_held});
    ranges.push_back({code->cold, &code->is_held});
  }
  find_held(vm_, ranges);
  std::erase_if(codes_, [this](const std::unique_ptr<OptimizedCode>& code) {
    if (code->is_held) return false;
    stale_bytes_ -= code->bytes;
    free(*code);
    return true;
  });
  std::vector<const ir::DirectTarget*> used;
  for (auto& code : codes_) {
    used.push_back(code->direct);
    used.insert(used.end(), code->direct_targets.begin(), code->direct_targets.end());
  }
  for (auto& [prototype, state] : states_) used.push_back(state.direct);
  std::ranges::sort(used);
  direct_entries_.keep_only(used);
}

// At a collection: what code refers to that is not entered any more need not be kept. Code whose frames are being rebuilt is on no stack,
// and the stacks of many coroutines would take too long.
void Optimizer::sweep_if_quick() {
  if (stale_bytes_ && !is_rebuilding_ && vm_.coroutine && !vm_.stacks().is_in_use()) sweep();
}

void Optimizer::global_changed(const vm::Global* global) {
  for (auto& code : codes_) {
    for (const region::Dependency& d : code->dependencies) {
      if (d.subject == global && code->is_valid) give_up(code.get());
    }
  }
}

void Optimizer::forget(const Prototype* proto) {
  states_.erase(proto);
  for (auto& code : codes_) {
    if (code->prototype != proto) continue;
    code->prototype = nullptr;
    if (code->is_installed) retire(code.get());
    code->covered_at = nullptr;
    code->references.clear();
    code->prototypes.clear();
  }
}

// ---- leaving

Continuation Optimizer::leave(OptimizedCode& code, Value* base, u32 number, backend::RegisterFile* registers) {
  exits_++;
  // Rebuilding may collect: what the frames hold is on the native stack, what callers hold below the region's slots.
  // `top` may be the end of a list of values that the next instruction takes.
  Value* const top = vm_.top;
  vm_.top = std::max(top, base + code.frame_slots);
  is_rebuilding_ = true;
  backend::RebuiltFrame frame =
      backend::rebuild_frames(code.region, number, reinterpret_cast<u64*>(base), *registers, frame_host(vm_));
  is_rebuilding_ = false;
  backend::Exit& exit = code.region.exits[number];
  count_exit(code, exit, frame);
  vm_.top = exit.top ? base + exit.top : top;
  return go_on(code, exit, frame, base, registers);
}

// Whether the exit is one that a stress run put there; it will not leave again.
static bool disarm(OptimizedCode& code, const backend::Exit& exit) {
  auto found = std::ranges::find(code.forced, exit.node, &opt::ForcedExit::node);
  if (found == code.forced.end()) return false;
  found->armed = 0;
  return true;
}

void Optimizer::count_exit(OptimizedCode& code, backend::Exit& exit, const backend::RebuiltFrame& frame) {
  if (disarm(code, exit)) return;
  exit.count++;
  if (!code.is_installed) return;
  u64 limit = u64(vm_.options().tunables.opt_exits);
  auto* proto = static_cast<Prototype*>(const_cast<void*>(frame.prototype));
  FunctionState& state = states_[code.prototype];
  if (code.is_loop() && proto == code.prototype && !code.contains(frame.pc)) {
    // The loop is over. Left again and again, it is the loop around it that counts.
    if (++code.leaves >= code.due_leaves && state.compilations <= u64(vm_.options().tunables.opt_recompiles)) {
      code.due_leaves = code.leaves * 2;
      vm_.frame_base = reinterpret_cast<Value*>(frame.base);
      vm_.frame_pc = proto->code + frame.pc + 1;
      compile_next_loop(state, code.prototype, code.entry);
    }
    return;
  }
  if (exit.count < limit) return;
  if (vm_.options().trace_exits) {
    std::fprintf(stderr, "exit: %s: %s, %u times\n", place_name(proto, frame.pc).c_str(), ir::info(exit.op).name, exit.count);
  }
  if (exit.op == ir::Op::Param) {
    note_arguments(state, code, reinterpret_cast<const Value*>(frame.base));
  } else if (exit.moved_from) {
    states_[static_cast<const Prototype*>(exit.moved_from)].failures_moved.insert(exit.moved_from_pc);
  } else if (exit.is_at_join) {
    states_[proto].failures_at_joins.insert(frame.pc);
  } else if (exit.op != ir::Op::Exit) {
    states_[proto].failures[frame.pc - exit.is_after]++;
  }
  wait(state, code.prototype, state.compilations);
  give_up(&code);
}

// The generic entry met arguments that are not what the direct one wants.
void Optimizer::note_arguments(FunctionState& state, const OptimizedCode& code, const Value* arguments) {
  for (u32 k = 0; k < code.direct->types.size(); k++) {
    const ir::Type wanted = code.direct->types[k].type;
    const bool fits = wanted == ir::Type::I64 ? arguments[k].is_int() : wanted == ir::Type::F64 ? arguments[k].is_double() : true;
    if (!fits) state.boxed_parameters.insert(k);
  }
}

Continuation Optimizer::go_on(const OptimizedCode& code, const backend::Exit& exit, const backend::RebuiltFrame& frame,
                              Value* base, backend::RegisterFile* registers) {
  auto* proto = static_cast<Prototype*>(const_cast<void*>(frame.prototype));
  const bytecode::Instruction* pc = proto->code + frame.pc;
  // The entry instruction fills in what was not given; direct calls do not count their arguments.
  if (frame.pc == 0) vm_.call_arguments = proto->parameters;
  // Frames that were inlined return to each other in the interpreter, and only it looks into what a poll found. At its own header
  // a loop's code would be entered again at once.
  bool is_inner = reinterpret_cast<Value*>(frame.base) != base;
  bool in_interpreter = is_inner || !proto->machine || exit.op == ir::Op::Poll || (code.covered_at && frame.pc == code.entry);
  void* const* table = in_interpreter ? vm::interp::kTable : vm::interp::kResumeTable;
  registers->general[backend::x64::kBase] = reinterpret_cast<u64>(frame.base);
  registers->general[backend::x64::kPc] = reinterpret_cast<u64>(pc + 1);
  registers->general[backend::x64::kPrototype] = reinterpret_cast<u64>(proto);
  registers->general[backend::x64::kInsn] = pc->word;
  registers->general[backend::x64::kTable] = reinterpret_cast<u64>(table);
  return {reinterpret_cast<u64>(table[u8(pc->word)]), exit.returns_directly};
}

// ---- what --stats prints

std::string Optimizer::statistics() const {
  usize functions = 0, loops = 0, bytes = 0;
  for (auto& code : codes_) {
    (code->is_loop() ? loops : functions)++;
    bytes += code->hot.size + code->cold.size;
  }
  char text[256];
  std::snprintf(text, sizeof text,
                "optimizer: %zu functions, %zu loops, %.1f ms, %zu bytes of code, %llu exits, %llu regions given up\n", functions,
                loops, seconds_ * 1e3, bytes, static_cast<unsigned long long>(exits_),
                static_cast<unsigned long long>(given_up_));
  return text;
}

}  // namespace gs::jit
