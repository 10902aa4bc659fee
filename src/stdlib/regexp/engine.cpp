#include "stdlib/regexp/engine.hpp"

#include "base/utf8.hpp"

namespace gs::stdlib {

std::unique_ptr<RE2> compile_regexp(std::string_view pattern, std::string& error) {
  RE2::Options options;
  options.set_log_errors(false);
  std::unique_ptr<RE2> re;
  for (i64 most_memory : {kUsualRegexpMemory, kMostRegexpMemory}) {
    options.set_max_mem(most_memory);
    re = std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (re->error_code() != RE2::ErrorPatternTooLarge) break;
  }
  if (re->ok()) return re;
  error = "error parsing regexp: " + re->error();
  return nullptr;
}

bool MatchWalker::next() {
  re2::StringPiece text(text_.data(), text_.size());
  while (position_ <= text_.size() &&
         re_.Match(text, position_, text_.size(), RE2::UNANCHORED, parts_.data(), int(parts_.size()))) {
    bool is_empty_here = end() == position_;
    bool counts = !is_empty_here || start() != previous_end_;
    if (!is_empty_here) {
      position_ = end();
    } else if (position_ < text_.size()) {
      position_ += decode_utf8(text_.data() + position_, text_.data() + text_.size()).length;
    } else {
      position_++;
    }
    previous_end_ = end();
    if (counts) return true;
  }
  position_ = text_.size() + 1;
  return false;
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A group by number or name; beyond all groups if there is none such.
i32 group_of(const RE2& re, std::string_view name) {
  constexpr i32 kNone = INT32_MAX;
  bool is_number = !name.empty() && name.size() < 8 && name.find_first_not_of("0123456789") == name.npos;
  if (is_number) return std::stoi(std::string(name));
  auto found = re.NamedCapturingGroups().find(std::string(name));
  return found == re.NamedCapturingGroups().end() ? kNone : found->second;
}

}  // namespace

Replacement::Replacement(const RE2& re, std::string_view text) {
  usize plain = 0;
  for (usize i = 0; i + 1 < text.size();) {
    if (text[i] != '$') {
      i++;
      continue;
    }
    usize end = i + 1;
    std::string_view name;
    if (text[end] == '{' && text.find('}', end) != text.npos) {
      usize close = text.find('}', end);
      name = text.substr(end + 1, close - end - 1);
      end = close + 1;
    } else {
      while (end < text.size() && is_digit(text[end])) end++;
      name = text.substr(i + 1, end - i - 1);
    }
    bool is_dollar = text[i + 1] == '$';
    if (name.empty() && !is_dollar) {
      i++;
      continue;
    }
    // "$$" keeps its first dollar.
    pieces_.push_back({text.substr(plain, i - plain + is_dollar), -1});
    if (!is_dollar) pieces_.push_back({{}, group_of(re, name)});
    i = plain = is_dollar ? i + 2 : end;
  }
  pieces_.push_back({text.substr(plain), -1});
}

}  // namespace gs::stdlib
