// Any bytes through lexer, parser and compiler, as every kind of chunk: diagnostics or a verified image, never a crash.
#include <string_view>

#include "base/assert.hpp"
#include "bytecode/disassembler.hpp"
#include "bytecode/verifier.hpp"
#include "front/front.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using gs::front::ChunkKind;
  if (size == 0) return 0;
  constexpr ChunkKind kKinds[] = {ChunkKind::kMain, ChunkKind::kRepl, ChunkKind::kLoad, ChunkKind::kModule};
  gs::front::CompileOptions options;
  options.source_name = "fuzz.gs";
  options.kind = kKinds[data[0] % 4];
  options.warnings = data[0] & 4;
  std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);
  gs::front::CompileResult result = gs::front::compile(source, options);
  GS_CHECK(result.ok == result.errors.empty(), "compilation either succeeds or says why not");
  for (const gs::front::Diagnostic& error : result.errors) gs::front::format_diagnostic(error, "fuzz.gs", source);
  for (const gs::front::Diagnostic& warning : result.warnings) gs::front::format_diagnostic(warning, "fuzz.gs", source);
  gs::front::dump_ast(source, options);
  if (!result.ok) return 0;
  GS_CHECK(gs::bytecode::verify(result.image).ok, "what the compiler makes is verified");
  gs::bytecode::disassemble(result.image);
  return 0;
}
