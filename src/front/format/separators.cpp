// ';' between statements goes: the printer writes it again where statements share a line. Fields of tables get a ',' each;
// the last one only if the '}' stands on its own line, where the next field to come is then one line to add. A ',' before a
// ')' on the same line goes.
#include <algorithm>

#include "front/format/item.hpp"

namespace gs::front {
namespace {

class Normalizer {
 public:
  explicit Normalizer(usize size) { result_.reserve(size + size / 16); }

  void add(Item item) {
    if (item.has(role::kSeparator)) {
      pending_breaks_ = std::max(pending_breaks_, item.breaks);
      return;
    }
    item.breaks = std::max(item.breaks, pending_breaks_);
    pending_breaks_ = 0;
    note_break_after_opening(item);
    if (item.has(role::kField)) separate_fields();
    if (item.is(TokenKind::kSemicolon) && in_table()) become_comma(item);
    if (item.is_closing()) close(item);
    if (item.is_opening()) open_.push_back({item.roles, false});
    if (!item.is_comment()) last_token_ = result_.size();
    result_.push_back(std::move(item));
  }

  std::vector<Item> take() { return std::move(result_); }

 private:
  struct Open {
    u16 roles;
    bool breaks_inside;  // the first item inside is on a later line
  };

  bool in_table() const { return !open_.empty() && (open_.back().roles & role::kTable); }
  bool after(TokenKind kind) const { return !result_.empty() && result_[last_token_].is(kind); }

  void note_break_after_opening(const Item& item) {
    if (item.breaks > 0 && !item.is_closing() && !result_.empty() && result_[last_token_].is_opening()) {
      open_.back().breaks_inside = true;
    }
  }

  void become_comma(Item& item) {
    item.token = TokenKind::kComma;
    item.text = ",";
  }

  // The comma goes directly behind the last token, before comments that follow it.
  void add_comma() {
    ++last_token_;
    result_.insert(result_.begin() + std::ptrdiff_t(last_token_), Item{ItemKind::kToken, TokenKind::kComma, 0, 0, ","});
  }

  void separate_fields() {
    if (!after(TokenKind::kComma) && !result_[last_token_].is_opening()) add_comma();
  }

  // The last token; `closing` comes next, perhaps after comments. What follows inherits its line break.
  void drop_comma(Item& closing) {
    const u8 breaks = result_[last_token_].breaks;
    result_.erase(result_.begin() + std::ptrdiff_t(last_token_));
    Item& next = last_token_ < result_.size() ? result_[last_token_] : closing;
    next.breaks = std::max(next.breaks, breaks);
  }

  void close(Item& item) {
    const Open open = open_.back();
    open_.pop_back();
    item.roles |= open.roles & (role::kTable | role::kBlock | role::kClauses);
    if (item.is(TokenKind::kRightBracket)) return;
    const bool is_table = (open.roles & role::kTable) != 0;
    if (is_table && open.breaks_inside && item.breaks == 0) item.breaks = 1;
    if (after(TokenKind::kComma)) {
      if (item.breaks == 0) drop_comma(item);
    } else if (is_table && item.breaks > 0 && !result_[last_token_].is_opening()) {
      add_comma();
    }
  }

  std::vector<Item> result_;
  std::vector<Open> open_;
  usize last_token_ = 0;
  u8 pending_breaks_ = 0;
};

}  // namespace

std::vector<Item> normalize_separators(std::vector<Item> items) {
  Normalizer normalizer(items.size());
  for (Item& item : items) normalizer.add(std::move(item));
  return normalizer.take();
}

}  // namespace gs::front
