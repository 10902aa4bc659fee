// Reads tokens with the language's own lexer; what stands between two of them is white space and comments.
#include "front/format/item.hpp"

#include <algorithm>

#include "base/arena.hpp"
#include "front/syntax/diagnostics.hpp"
#include "front/syntax/lexer.hpp"

namespace gs::front {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string without_carriage_returns(std::string_view text) {
  std::string result(text);
  std::erase(result, '\r');
  return result;
}

// Roles by position; a token may have several.
class Roles {
 public:
  explicit Roles(std::vector<TokenRole> roles) : roles_(std::move(roles)) {
    std::sort(roles_.begin(), roles_.end(),
              [](const TokenRole& a, const TokenRole& b) { return a.position < b.position; });
  }
  // Those at `position`, which must not go back.
  u16 take(ast::Position position) {
    u16 result = 0;
    while (next_ < roles_.size() && roles_[next_].position <= position) {
      if (roles_[next_].position == position) result |= roles_[next_].roles;
      ++next_;
    }
    return result;
  }

 private:
  std::vector<TokenRole> roles_;
  usize next_ = 0;
};

class Reader {
 public:
  Reader(std::string_view source, std::vector<TokenRole> roles)
      : lexer_(source, arena_, diagnostics_, false), roles_(std::move(roles)), rest_(source) {}

  std::vector<Item> run() {
    read_preamble();
    for (Token token = lexer_.next();; token = lexer_.next()) {
      read_gap(rest_.substr(0, usize(token.text.data() - rest_.data())));
      if (token.kind == TokenKind::kEnd) return std::move(items_);
      rest_.remove_prefix(usize(token.text.data() + token.text.size() - rest_.data()));
      const u16 roles = roles_.take(token.position);
      const TokenKind kind = roles & role::kKey ? TokenKind::kName : token.kind;
      add({ItemKind::kToken, kind, roles, 0, without_carriage_returns(token.text)});
    }
  }

 private:
  void add(Item item) {
    item.breaks = std::min<u8>(breaks_, 2);
    breaks_ = 0;
    items_.push_back(std::move(item));
  }

  void add_comment(ItemKind kind, std::string_view text) {
    std::string kept = without_carriage_returns(text);
    if (kind == ItemKind::kLineComment) kept.erase(kept.find_last_not_of(" \t\f\v") + 1);
    add({kind, TokenKind::kEnd, 0, 0, std::move(kept)});
  }

  // The first line may be for the system's loader.
  void read_preamble() {
    if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
    if (!rest_.starts_with("#!")) return;
    const usize end = std::min(rest_.find('\n'), rest_.size());
    add_comment(ItemKind::kLineComment, rest_.substr(0, end));
    rest_.remove_prefix(end);
  }

  void read_gap(std::string_view gap) {
    const usize size = gap.size();
    while (!gap.empty()) {
      usize length = 1;
      if (gap.starts_with("//")) {
        length = std::min(gap.find('\n'), gap.size());
        add_comment(ItemKind::kLineComment, gap.substr(0, length));
      } else if (gap.starts_with("/*")) {
        length = gap.find("*/", 2) + 2;
        add_comment(ItemKind::kBlockComment, gap.substr(0, length));
      } else if (gap[0] == '\n' && breaks_ < 2) {
        ++breaks_;
      }
      gap.remove_prefix(length);
    }
    rest_.remove_prefix(size);
  }

  Arena arena_;
  Diagnostics diagnostics_;
  Lexer lexer_;
  Roles roles_;
  std::string_view rest_;
  std::vector<Item> items_;
  u8 breaks_ = 0;
};

}  // namespace

std::vector<Item> read_items(std::string_view source, std::vector<TokenRole> roles) {
  return Reader(source, std::move(roles)).run();
}

}  // namespace gs::front
