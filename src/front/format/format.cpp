#include "front/format/format.hpp"

#include "front/format/item.hpp"
#include "front/syntax/parser.hpp"

namespace gs::front {

FormatResult format(std::string_view source) {
  FormatResult result;
  std::vector<TokenRole> roles;
  ParseResult parsed = parse(source, {.roles = &roles});
  result.ok = !parsed.diagnostics.has_errors();
  if (result.ok) {
    std::vector<Item> items = normalize_separators(read_items(source, std::move(roles)));
    decide_line_breaks(items);
    result.text = print_items(items);
  }
  result.too_many_errors = parsed.diagnostics.too_many_errors();
  result.errors = parsed.diagnostics.take_errors();
  return result;
}

}  // namespace gs::front
