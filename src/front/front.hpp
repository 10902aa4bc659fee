// The front end's one door: source text in, image or diagnostics out. Pure; never touches a VM.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bytecode/image.hpp"

namespace gs::front {

struct Diagnostic {
  u32 line = 0;
  u32 column = 0;  // in bytes, from 1
  std::string message;
};

enum class ChunkKind : u8 {
  kMain,    // main script, -e text: top-level names are globals
  kRepl,    // as kMain; redeclaring is allowed, and an expression list returns its values
  kLoad,    // load, loadstring, dofile: top-level names are globals
  kModule,  // require: top-level names are private
};

struct CompileOptions {
  std::string source_name;
  ChunkKind kind = ChunkKind::kMain;
  bool warnings = false;  // collect the warnings of `gscript check`
  std::vector<std::string> known_globals;  // for the warning about undeclared names
};

struct CompileResult {
  bool ok = false;
  bytecode::Image image;                // if ok
  std::vector<Diagnostic> errors;       // in order of position, at most 10
  bool too_many_errors = false;
  std::vector<Diagnostic> warnings;
  bool incomplete = false;              // the input ended where more was expected (REPL continuation)
  bool is_expression = false;           // kRepl: the input was an expression list whose values are returned
};

CompileResult compile(std::string_view source, const CompileOptions& options);

// The syntax tree as indented text (--dump=ast), or the diagnostics if it does not parse.
std::string dump_ast(std::string_view source, const CompileOptions& options);

// 9.3: FILE:LINE:COL: MESSAGE, the source line indented by four spaces, a caret. `kind` is "" or "warning: ".
std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view source_name, std::string_view source,
                              std::string_view kind = "");

}  // namespace gs::front
