// Text to image: parse, resolve, compile. What the rest of the program knows of the front end.
#include "front/front.hpp"

#include "base/assert.hpp"
#include "bytecode/verifier.hpp"
#include "front/compile/function_compiler.hpp"
#include "front/compile/resolver.hpp"
#include "front/syntax/parser.hpp"

namespace gs::front {

namespace {

bytecode::Image compile_tree(const ast::Function& chunk, const Resolution& resolution, const CompileOptions& options,
                             Diagnostics& diagnostics) {
  bytecode::Image image;
  image.source_name = options.source_name;
  image.functions.resize(resolution.functions.size());
  image.module_vars.assign(resolution.module_vars.begin(), resolution.module_vars.end());
  Unit unit{image, options, diagnostics};
  FunctionCompiler(unit, chunk).compile();
  return image;
}

}  // namespace

CompileResult compile(std::string_view source, const CompileOptions& options) {
  CompileResult result;
  ParseResult parsed = parse(source, {.kind = options.kind, .warnings = options.warnings});
  result.incomplete = parsed.incomplete;
  result.is_expression = parsed.is_expression;
  Diagnostics& diagnostics = parsed.diagnostics;
  const Resolution resolution = resolve(*parsed.chunk, options, diagnostics);
  if (!diagnostics.has_errors()) result.image = compile_tree(*parsed.chunk, resolution, options, diagnostics);
  result.ok = !diagnostics.has_errors();
  if (result.ok) {
    GS_ASSERT(bytecode::verify(result.image).ok, "the compiler's output passes the verifier");
  } else {
    result.image = {};
  }
  result.too_many_errors = diagnostics.too_many_errors();
  result.errors = diagnostics.take_errors();
  result.warnings = diagnostics.take_warnings();
  return result;
}

}  // namespace gs::front
