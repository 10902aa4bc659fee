// What the front end shows to people: diagnostics with their source line, and the tree.
#include <algorithm>
#include <cstring>

#include "front/front.hpp"
#include "front/syntax/ast_printer.hpp"
#include "front/syntax/parser.hpp"

namespace gs::front {
namespace {

// Of lines longer than this only the part around the column is shown.
constexpr usize kLongestLine = 1000;
constexpr usize kWindow = 120;

// Line `number`, counted from 1, without its end and without a byte order mark.
std::string_view source_line(std::string_view source, u32 number) {
  if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);
  for (u32 line = 1; line < number; ++line) {
    const usize end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  source = source.substr(0, source.find('\n'));
  if (source.ends_with('\r')) source.remove_suffix(1);
  return source;
}

// Cuts a very long line down to what surrounds `offset`, which then counts from the new start.
std::string_view shorten(std::string_view line, usize& offset) {
  if (line.size() <= kLongestLine) return line;
  const usize start = offset > kWindow ? offset - kWindow : 0;
  offset -= start;
  return line.substr(start, 2 * kWindow);
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view source_name, std::string_view source,
                              std::string_view kind) {
  std::string text(source_name);
  text += ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column) + ": ";
  (text += kind) += diagnostic.message;
  const std::string_view full_line = source_line(source, diagnostic.line);
  usize offset = std::min<usize>(diagnostic.column > 0 ? diagnostic.column - 1 : 0, full_line.size());
  const std::string_view line = shorten(full_line, offset);
  (text += "\n    ") += line;
  text += "\n    ";
  for (char c : line.substr(0, offset)) text += c == '\t' ? '\t' : ' ';
  text += "^\n";
  return text;
}

std::string dump_ast(std::string_view source, const CompileOptions& options) {
  ParseResult result = parse(source, {.kind = options.kind});
  if (!result.diagnostics.has_errors()) return print_tree(*result.chunk);
  std::string text;
  for (const Diagnostic& error : result.diagnostics.errors()) {
    text += format_diagnostic(error, options.source_name, source);
  }
  if (result.diagnostics.too_many_errors()) text += "too many errors\n";
  return text;
}

}  // namespace gs::front
