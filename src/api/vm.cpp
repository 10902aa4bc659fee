// gscript::VM: making it, running source, globals, limits.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "api/compile.hpp"
#include "api/libraries.hpp"
#include "api/state.hpp"
#include "base/build_config.hpp"
#include "jit/tier/tier.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"
#include "vm/runtime/modules.hpp"

namespace gscript {

using Internal = detail::Access::Internal;
namespace api = gs::api;
namespace front = gs::front;

namespace {

gs::Tunables tunables_from(const std::vector<std::pair<std::string, std::string>>& settings) {
  using Result = gs::Tunables::SetResult;
  gs::Tunables tunables;
  for (const auto& [name, value] : settings) {
    switch (tunables.set(name, value)) {
      case Result::kOk: break;
      case Result::kUnknownName: throw std::invalid_argument("unknown tunable '" + name + "'");
      case Result::kNotANumber: throw std::invalid_argument(name + ": '" + value + "' is not an integer");
      case Result::kOutOfRange: throw std::invalid_argument(name + ": " + value + " is out of range");
    }
  }
  return tunables;
}

gs::vm::VmOptions machine_options(Options& options) {
  gs::vm::VmOptions machine;
  machine.memory_limit = options.memory_limit;
  machine.time_limit = options.time_limit;
  machine.gc_stress = options.gc_stress;
  machine.trace_gc = options.trace_gc;
  machine.trace_jit = options.trace_jit;
  machine.trace_exits = options.trace_exits;
  machine.skip_passes = options.skip_passes;
  machine.perf = options.perf;
  machine.dump_code = options.dump_code;
  machine.dump_ir = options.dump_ir;
  machine.fail_allocation = options.fail_allocation;
  machine.print = std::move(options.print);
  machine.tunables = tunables_from(options.tunables);
  if constexpr (gs::kHasJit) {
    if (options.jit != Jit::off) machine.make_jit = options.jit == Jit::on ? gs::jit::make_tiers : gs::jit::make_baseline;
  }
  return machine;
}

gs::vm::CompiledChunk compile_chunk(std::string_view source, const std::string& name, gs::vm::ChunkSort sort) {
  constexpr front::ChunkKind kKinds[] = {front::ChunkKind::kMain, front::ChunkKind::kLoad, front::ChunkKind::kModule};
  front::CompileResult result = api::compile(source, name, kKinds[std::size_t(sort)]);
  gs::vm::CompiledChunk chunk;
  chunk.ok = result.ok;
  if (chunk.ok) chunk.image = std::move(result.image);
  else chunk.error = api::first_error(result, name);
  return chunk;
}

bool refuse_files(const std::string&, std::string&, std::string& reason) {
  reason = "files are not available";
  return false;
}

std::string directory_of(std::string_view name) {
  std::size_t slash = name.rfind('/');
  if (name.starts_with('(') || slash == name.npos) return ".";
  return slash == 0 ? "/" : std::string(name.substr(0, slash));
}

// Errors and values may outlive the VM: they keep its state, without the machine.
void end_machine(detail::State* state) {
  state->host = nullptr;
  state->termination.reset();
  state->slots.reset();
  state->vm.reset();
  state->release();
}

}  // namespace

VM::VM(Options options) : state_(new detail::State) {
  std::unique_ptr<detail::State, decltype(&end_machine)> owned(state_, end_machine);
  state_->host = this;
  if (options.time_limit > 0) state_->time_left = options.time_limit;
  if (!options.arguments.empty()) state_->arguments.assign(options.arguments.begin() + 1, options.arguments.end());
  bool is_safe = options.library == Library::safe;
  state_->vm = std::make_unique<gs::vm::Vm>(machine_options(options));
  state_->slots = std::make_unique<gs::vm::RootedValues>(*state_->vm);
  state_->vm->modules().set_compiler(compile_chunk);
  if (is_safe) state_->vm->modules().set_file_reader(refuse_files);
  gs::vm::Heap::Reserve reserve(state_->vm->heap());
  Internal::check(*state_, api::open_libraries(*state_->vm, options.library));

  Table arg = table();
  for (std::size_t i = 0; i < options.arguments.size(); ++i) arg.set(i, options.arguments[i]);
  set_global("arg", arg);
  owned.release();
}

VM::~VM() {
  try {
    if (!state_->failed) finish();
  } catch (const std::exception&) {
    // A finaliser was interrupted: there is nobody left to tell.
  }
  end_machine(state_);
}

Value VM::run(std::string_view source, std::string_view name) {
  detail::Entry entry(state_);
  front::CompileResult result;
  gs::vm::Closure* chunk = api::load(*state_, source, name, front::ChunkKind::kMain, result);
  if (!chunk) api::throw_compile_error(result, source, name);
  Function main = Internal::wrap_function(*state_, gs::vm::Value::function(chunk));
  state_->vm->modules().set_main_directory(directory_of(name));
  std::vector<Value> arguments;
  for (const std::string& argument : state_->arguments) arguments.push_back(string(argument));
  return detail::Access::call(*this, main, arguments.data(), arguments.size());
}

Value VM::run_file(const std::string& path) {
  detail::Entry entry(state_);
  std::string source, reason;
  if (!state_->vm->modules().read_file(path, source, reason)) {
    if (state_->vm->is_raising()) Internal::throw_error(*state_);
    std::string message = "cannot open '" + path + "': " + reason;
    Internal::throw_error(ErrorKind::file, message, message + "\n");
  }
  return run(source, path);
}

Value VM::get_global(std::string_view name) const {
  detail::Entry entry(state_);
  return Internal::wrap(*state_, state_->vm->get_global(name));
}

void VM::set_global(std::string_view name, const Value& value) {
  detail::Entry entry(state_);
  Internal::check(*state_, state_->vm->set_global(name, Internal::unwrap(*state_, value)));
}

void VM::set_module_value(std::string_view name, const Value& value) {
  detail::Entry entry(state_);
  Internal::check(*state_, state_->vm->modules().add_host_module(name, Internal::unwrap(*state_, value)));
}

Value VM::string(std::string_view text) {
  detail::Entry entry(state_);
  return Internal::wrap(*state_, Internal::raised_if(*state_, state_->vm->string_value(text)));
}

Table VM::table() {
  detail::Entry entry(state_);
  gs::vm::Table* made = state_->vm->table();
  if (!made) Internal::throw_error(*state_);
  return Internal::wrap_table(*state_, gs::vm::Value::table(made));
}

void VM::interrupt() noexcept { state_->vm->interrupt(); }

void VM::set_time_limit(double seconds) {
  state_->time_left.reset();
  if (seconds > 0) state_->time_left = seconds;
  state_->vm->set_time_limit(seconds > 0 ? seconds : 0);
  state_->vm->restart_clock();
}

void VM::finish() {
  detail::Entry entry(state_);
  state_->vm->heap().run_all_finalizers();
  state_->vm->flush_output();
}

std::size_t VM::memory_in_use() const { return state_->vm->heap().bytes_in_use(); }

void VM::collect_garbage() {
  detail::Entry entry(state_);
  state_->vm->heap().collect_full();
}

}  // namespace gscript
