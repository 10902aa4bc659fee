// Helpers of the compiler's tests: compile a snippet and look at its instructions or its errors.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bytecode/disassembler.hpp"
#include "bytecode/verifier.hpp"
#include "front/front.hpp"

namespace gs::front {

inline CompileResult compile_snippet(std::string_view source, ChunkKind kind = ChunkKind::kMain) {
  CompileOptions options;
  options.source_name = "test.gs";
  options.kind = kind;
  return compile(source, options);
}

// The instructions of function `index`, one a line, without the entry.
inline std::string code_of(std::string_view source, u32 index = 1, ChunkKind kind = ChunkKind::kMain) {
  const CompileResult result = compile_snippet(source, kind);
  if (!result.ok) return "error: " + (result.errors.empty() ? std::string("none") : result.errors[0].message);
  const bytecode::VerifyResult verified = bytecode::verify(result.image);
  EXPECT_TRUE(verified.ok) << verified.message << "\n" << bytecode::disassemble(result.image);
  std::string text;
  const bytecode::Function& function = result.image.functions[index];
  for (u32 i = 1; i < function.code.size(); ++i) {
    std::string line = bytecode::disassemble_instruction(result.image, function, i);
    line.erase(std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }), line.end());
    text += line + "\n";
  }
  return text;
}

// The code of a function with the parameters a, b, c and that body.
inline std::string body_code(std::string_view body) {
  return code_of("func f(a, b, c) { " + std::string(body) + " }");
}

// "LINE:COL: MESSAGE" of each error.
inline std::vector<std::string> errors_of(std::string_view source, ChunkKind kind = ChunkKind::kMain) {
  std::vector<std::string> texts;
  for (const Diagnostic& error : compile_snippet(source, kind).errors) {
    texts.push_back(std::to_string(error.line) + ":" + std::to_string(error.column) + ": " + error.message);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace gs::front
