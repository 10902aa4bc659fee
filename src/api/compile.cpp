#include "api/compile.hpp"

#include "api/state.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/loader.hpp"
#include "vm/runtime/modules.hpp"
#include "vm/runtime/scheduler.hpp"

namespace gs::api {

std::string error_report(const front::CompileResult& result, std::string_view source, std::string_view name) {
  std::string text;
  for (const front::Diagnostic& error : result.errors) text += front::format_diagnostic(error, name, source);
  if (result.too_many_errors) text += "too many errors\n";
  return text;
}

std::string first_error(const front::CompileResult& result, std::string_view name) {
  const front::Diagnostic& error = result.errors.front();
  return std::string(name) + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + ": " +
         error.message;
}

front::CompileResult compile(std::string_view source, std::string_view name, front::ChunkKind kind) {
  front::CompileOptions options;
  options.source_name = name;
  options.kind = kind;
  return front::compile(source, options);
}

void throw_compile_error(const front::CompileResult& result, std::string_view source, std::string_view name) {
  gscript::detail::Access::Internal::throw_error(gscript::ErrorKind::compile, first_error(result, name),
                                                 error_report(result, source, name));
}

vm::Closure* load(gscript::detail::State& state, std::string_view source, std::string_view name, front::ChunkKind kind,
                  front::CompileResult& result) {
  using Internal = gscript::detail::Access::Internal;
  vm::Heap::Reserve reserve(state.vm->heap());
  vm::CompilerMemory memory(*state.vm, source.size());
  if (!memory.is_granted()) Internal::throw_error(state);
  result = compile(source, name, kind);
  if (!result.ok) return nullptr;
  vm::Closure* chunk = vm::load_image(*state.vm, result.image);
  if (!chunk) Internal::throw_error(state);
  state.vm->scheduler().begin_slice();  // loading was not the chunk's time
  return chunk;
}

}  // namespace gs::api
