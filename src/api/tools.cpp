// What tools need beside running: checking, printing forms, interactive input, completion, figures.
#include <algorithm>
#include <cstdio>

#include "api/compile.hpp"
#include "api/state.hpp"
#include "bytecode/disassembler.hpp"
#include "front/format/format.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"
#include "vm/runtime/loader.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/modules.hpp"

namespace gscript {

using Internal = detail::Access::Internal;
namespace api = gs::api;
namespace front = gs::front;

namespace {

// Each warning shows its whole source line, and a generated file may have a long one with very many.
constexpr std::size_t kMaxWarnings = 200;
constexpr std::size_t kMaxWarningsText = 1 << 20;

}  // namespace

CheckResult VM::check(std::string_view source, std::string_view name) {
  front::CompileOptions options;
  options.source_name = name;
  options.warnings = true;
  state_->vm->each_global(
      [&](std::string_view global, gs::vm::Value) { options.known_globals.push_back(std::string(global)); });
  front::CompileResult result = front::compile(source, options);
  CheckResult checked;
  checked.ok = result.ok;
  if (!result.ok) {
    checked.errors = api::error_report(result, source, name);
    return checked;
  }
  std::size_t shown = 0;
  for (const front::Diagnostic& warning : result.warnings) {
    if (shown == kMaxWarnings || checked.warnings.size() > kMaxWarningsText) break;
    checked.warnings += front::format_diagnostic(warning, name, source, "warning: ");
    shown++;
  }
  std::size_t hidden = result.warnings.size() - shown;
  if (hidden) checked.warnings += "... " + std::to_string(hidden) + " more warnings\n";
  return checked;
}

std::string VM::dump(std::string_view source, std::string_view name, DumpForm form) {
  front::CompileResult result = api::compile(source, name, front::ChunkKind::kMain);
  if (!result.ok) api::throw_compile_error(result, source, name);
  if (form == DumpForm::bytecode) return gs::bytecode::disassemble(result.image);
  front::CompileOptions options;
  options.source_name = name;
  return front::dump_ast(source, options);
}

std::string VM::format(std::string_view source, std::string_view name) {
  front::FormatResult formatted = front::format(source);
  if (formatted.ok) return std::move(formatted.text);
  front::CompileResult failed;
  failed.errors = std::move(formatted.errors);
  failed.too_many_errors = formatted.too_many_errors;
  api::throw_compile_error(failed, source, name);
}

namespace {

// While a REPL input runs its chunk may declare constants again.
struct Redeclaring {
  explicit Redeclaring(gs::vm::Vm& vm) : vm(vm) { vm.may_redeclare = true; }
  ~Redeclaring() { vm.may_redeclare = false; }
  gs::vm::Vm& vm;
};

}  // namespace

bool VM::interact(std::string_view input) {
  constexpr std::string_view kName = "(repl)";
  detail::Entry entry(state_);
  gs::vm::Vm& vm = *state_->vm;
  // One that came when the previous input had just ended was meant for that.
  vm.forget_interrupt();
  front::CompileResult result;
  gs::vm::Closure* chunk = api::load(*state_, input, kName, front::ChunkKind::kRepl, result);
  if (!chunk && result.incomplete) return false;
  if (!chunk) api::throw_compile_error(result, input, kName);
  Redeclaring redeclaring(vm);
  std::vector<Value> values =
      detail::Access::call_all(*this, Internal::wrap_function(*state_, gs::vm::Value::function(chunk)), nullptr, 0);
  if (!result.is_expression || values.empty()) return true;
  std::string line;
  for (const Value& value : values) {
    if (&value != values.data()) line += '\t';
    line += value.to_string();
  }
  vm.write_output(line + "\n");
  return true;
}

// --- Completion

namespace {

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Raw: metamethods that are functions do not run.
gs::vm::Value raw_field(gs::vm::Vm& vm, gs::vm::Value object, std::string_view name) {
  return object.is_table() ? gs::vm::table_get_name(vm, object.as_table(), name) : gs::vm::Value::nil();
}

gs::vm::Value inherits_from(gs::vm::Vm& vm, gs::vm::Value object) {
  gs::vm::Value handler = vm.metamethod(object, "__index");
  return handler.is_table() ? handler : gs::vm::Value::nil();
}

constexpr int kMaxInheritance = 20;

gs::vm::Value find_field(gs::vm::Vm& vm, gs::vm::Value object, std::string_view name) {
  for (int depth = 0; depth < kMaxInheritance && !object.is_nil(); ++depth) {
    gs::vm::Value found = raw_field(vm, object, name);
    if (!found.is_nil()) return found;
    object = inherits_from(vm, object);
  }
  return gs::vm::Value::nil();
}

void collect_fields(gs::vm::Vm& vm, gs::vm::Value object, std::string_view prefix, std::vector<std::string>& names) {
  for (int depth = 0; depth < kMaxInheritance && !object.is_nil(); ++depth) {
    gs::vm::Value key, value;
    std::uint64_t cursor = 0;
    while (object.is_table() && gs::vm::table_next(object.as_table(), cursor, key, value)) {
      if (!key.is_string()) continue;
      std::string_view name = gs::vm::view(key.as_string());
      if (name.starts_with(prefix) && std::all_of(name.begin(), name.end(), is_name_byte)) names.emplace_back(name);
    }
    object = inherits_from(vm, object);
  }
}

}  // namespace

std::vector<std::string> VM::complete(std::string_view text) const {
  detail::Entry entry(state_);
  gs::vm::Vm& vm = *state_->vm;
  // The path a.b.c before the cursor.
  std::size_t start = text.size();
  while (start > 0 && (is_name_byte(text[start - 1]) || text[start - 1] == '.' || text[start - 1] == ':')) start--;
  std::string_view path = text.substr(start);
  std::vector<std::string> names;
  std::size_t dot = path.find_first_of(".:");
  if (dot == path.npos) {
    vm.each_global([&](std::string_view name, gs::vm::Value) {
      if (name.starts_with(path)) names.emplace_back(name);
    });
  } else {
    gs::vm::Value object = vm.get_global(path.substr(0, dot));
    if (object.is_empty()) object = gs::vm::Value::nil();
    path.remove_prefix(dot + 1);
    while ((dot = path.find_first_of(".:")) != path.npos) {
      object = find_field(vm, object, path.substr(0, dot));
      path.remove_prefix(dot + 1);
    }
    if (object.is_string()) object = gs::vm::Value::table(vm.string_methods());
    collect_fields(vm, object, path, names);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// --- Figures

std::string VM::statistics() const {
  gs::vm::GcStats gc = state_->vm->heap().stats();
  char text[512];
  std::snprintf(text, sizeof text,
                "tiers        %s\n"
                "heap         %llu KiB in use, %llu KiB peak\n"
                "collections  %llu, %llu of them full\n"
                "gc steps     %llu\n"
                "gc pauses    %.3f ms in all, longest %.3f ms\n"
                "gc cpu       %.3f ms in all, longest %.3f ms\n",
                state_->vm->jit() ? "interpreter, baseline" : "interpreter",
                static_cast<unsigned long long>(gc.bytes_in_use >> 10),
                static_cast<unsigned long long>(gc.peak_bytes >> 10), static_cast<unsigned long long>(gc.collections),
                static_cast<unsigned long long>(gc.full_collections), static_cast<unsigned long long>(gc.steps),
                gc.total_pause * 1e3, gc.longest_pause * 1e3, gc.total_cpu * 1e3, gc.longest_cpu * 1e3);
  const gs::vm::Jit* jit = state_->vm->jit();
  return text + (jit ? jit->statistics() : "");
}

}  // namespace gscript
