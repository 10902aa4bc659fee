#include "front/syntax/diagnostics.hpp"

#include <algorithm>

namespace gs::front {
namespace {

bool is_before(const Diagnostic& a, const Diagnostic& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

}  // namespace

void Diagnostics::error(ast::Position position, std::string message) {
  Diagnostic added{position.line, position.column, std::move(message)};
  const usize place = usize(std::upper_bound(errors_.begin(), errors_.end(), added, is_before) - errors_.begin());
  if (place > 0 && !is_before(errors_[place - 1], added)) return;
  if (errors_.size() == kMaxErrors) {
    too_many_errors_ = true;
    if (place == kMaxErrors) return;
    errors_.pop_back();
  }
  errors_.insert(errors_.begin() + std::ptrdiff_t(place), std::move(added));
}

void Diagnostics::warning(ast::Position position, std::string message) {
  warnings_.push_back({position.line, position.column, std::move(message)});
}

std::vector<Diagnostic> Diagnostics::take_warnings() {
  std::sort(warnings_.begin(), warnings_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return is_before(a, b) || (!is_before(b, a) && a.message < b.message);
  });
  return std::move(warnings_);
}

}  // namespace gs::front
