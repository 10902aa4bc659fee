// Source to image for the API: compiling, and compile errors as text and as exceptions.
#pragma once

#include <string>
#include <string_view>

#include "front/front.hpp"
#include "gscript/gscript.hpp"

namespace gs::api {

// All errors as the command line prints them (9.3).
std::string error_report(const front::CompileResult& result, std::string_view source, std::string_view name);
// The first one: NAME:LINE:COL: MESSAGE.
std::string first_error(const front::CompileResult& result, std::string_view name);

front::CompileResult compile(std::string_view source, std::string_view name, front::ChunkKind kind);
// Throws gscript::Error of kind compile.
[[noreturn]] void throw_compile_error(const front::CompileResult& result, std::string_view source,
                                      std::string_view name);

}  // namespace gs::api
