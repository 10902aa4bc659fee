// Source to image for the API: compiling, and compile errors as text and as exceptions.
#pragma once

#include <string>
#include <string_view>

#include "front/front.hpp"
#include "gscript/gscript.hpp"

namespace gs::vm {
struct Closure;
}

namespace gs::api {

// All errors as the command line prints them (9.3).
std::string error_report(const front::CompileResult& result, std::string_view source, std::string_view name);
// The first one: NAME:LINE:COL: MESSAGE.
std::string first_error(const front::CompileResult& result, std::string_view name);

front::CompileResult compile(std::string_view source, std::string_view name, front::ChunkKind kind);
// Throws gscript::Error of kind compile.
[[noreturn]] void throw_compile_error(const front::CompileResult& result, std::string_view source,
                                      std::string_view name);

// Compiles and loads a chunk the host gives; null if it has compile errors (in `result`), gscript::Error for others. Memory
// is counted, but a VM whose scripts hold all of it still loads the few lines that let go of it.
vm::Closure* load(gscript::detail::State& state, std::string_view source, std::string_view name, front::ChunkKind kind,
                  front::CompileResult& result);

}  // namespace gs::api
