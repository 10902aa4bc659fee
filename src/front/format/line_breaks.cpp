// Where lines break. A block or clause that was written on one line stays on one; the blocks of an if and its elses stay so
// only together; a switch or select always takes a line for each clause, and so does what surrounds it. Elsewhere statements
// begin lines, and inside statements the breaks of the source are kept, except before what belongs to the token before it.
#include <algorithm>

#include "front/format/item.hpp"

namespace gs::front {
namespace {

constexpr usize kNone = ~usize{0};

// A statement list: the file, the inside of a block, or of a clause (from its ':' to the next clause).
struct Group {
  usize open = 0;
  usize parent = kNone;
  bool is_clause = false;
  bool is_one_line = true;
  usize next_in_chain = kNone;  // the block of the `else` that follows
  usize chain_end = kNone;      // of the blocks directly inside: one that an `else` follows
};

class LineBreaks {
 public:
  explicit LineBreaks(std::vector<Item>& items) : items_(items) {}

  void run() {
    count_lines();
    groups_.push_back({.is_one_line = false});
    find_groups();
    unify_chains();
    apply();
  }

 private:
  // --- Which groups stay on one line

  void count_lines() {
    lines_.reserve(items_.size());
    usize line = 0;
    for (const Item& item : items_) {
      lines_.push_back(line += item.breaks);
      line += usize(std::count(item.text.begin(), item.text.end(), '\n'));
    }
  }

  void find_groups() {
    group_at_.assign(items_.size(), kNone);
    usize last_token = 0;
    for (usize i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      if (item.is_comment()) continue;
      const bool ends_clause = item.has(role::kClause) || (item.is_closing() && item.has(role::kClauses));
      if (ends_clause && groups_[current_].is_clause) close_group(last_token);
      if (item.is(TokenKind::kLeftBrace) && item.has(role::kBlock)) open_block(i);
      if (item.has(role::kClauseColon)) open_group(i, true);
      if (item.is(TokenKind::kLeftBrace) && item.has(role::kClauses)) groups_[current_].is_one_line = false;
      if (item.is_closing() && item.has(role::kBlock)) close_block(i);
      last_token = i;
    }
  }

  void open_group(usize open, bool is_clause) {
    groups_.push_back({.open = open, .parent = current_, .is_clause = is_clause});
    current_ = group_at_[open] = groups_.size() - 1;
  }

  void close_group(usize last) {
    Group& group = groups_[current_];
    group.is_one_line = group.is_one_line && lines_[group.open] == lines_[last];
    if (!group.is_one_line) groups_[group.parent].is_one_line = false;
    current_ = group.parent;
  }

  bool may_be_in_chain(usize open) const { return !items_[open].has(role::kFunctionBody | role::kStatement); }

  void open_block(usize open) {
    usize& chain_end = groups_[current_].chain_end;
    if (may_be_in_chain(open) && chain_end != kNone) {
      groups_[chain_end].next_in_chain = groups_.size();
      chain_end = kNone;
    }
    open_group(open, false);
  }

  void close_block(usize close) {
    const usize group = current_;
    close_group(close);
    if (may_be_in_chain(groups_[group].open) && is_else(next_token(close))) groups_[current_].chain_end = group;
  }

  usize next_token(usize i) const {
    while (++i < items_.size() && items_[i].is_comment()) {}
    return i;
  }

  bool is_else(usize i) const {
    return i < items_.size() && (items_[i].is(TokenKind::kElse) || items_[i].is(TokenKind::kElseif));
  }

  // Later blocks of a chain have higher numbers: one pass back and one forth reach all of it.
  void unify_chains() {
    const auto unify = [this](Group& group) {
      if (group.next_in_chain == kNone) return;
      Group& next = groups_[group.next_in_chain];
      group.is_one_line = next.is_one_line = group.is_one_line && next.is_one_line;
    };
    for (usize i = groups_.size(); i > 0; --i) unify(groups_[i - 1]);
    for (Group& group : groups_) unify(group);
  }

  // --- What follows from that

  void apply() {
    current_ = 0;
    for (usize i = 0; i < items_.size(); ++i) {
      Item& item = items_[i];
      const Item* previous = i > 0 ? &items_[i - 1] : nullptr;
      if (!previous) item.breaks = 0;
      if (previous && (previous->is_opening() || previous->has(role::kClauseColon)))
        item.breaks = std::min<u8>(item.breaks, 1);
      if (!item.is_comment()) apply_to_token(i);
    }
  }

  void apply_to_token(usize i) {
    Item& item = items_[i];
    const bool ends_clause = item.has(role::kClause) || (item.is_closing() && item.has(role::kClauses));
    if (ends_clause && groups_[current_].is_clause) current_ = groups_[current_].parent;
    const bool closes_block = item.is_closing() && item.has(role::kBlock);
    const bool is_last_line = item.is_closing() && item.has(role::kBlock | role::kClauses);
    const bool begins_line = item.has(role::kStatement) || is_last_line;

    if (!item.has(role::kStatement | role::kClause | role::kField)) item.breaks = std::min<u8>(item.breaks, 1);
    if (is_last_line && items_[i - 1].is_opening()) {
      item.breaks = 0;
    } else if (item.has(role::kClause) || (is_last_line && item.has(role::kClauses))) {
      require_break(i);
    } else if (begins_line) {
      if (!groups_[current_].is_one_line) require_break(i);
    } else if (i > 0 && !items_[i - 1].is_comment() && belongs_to_previous(i)) {
      item.breaks = 0;
    }
    if (closes_block) current_ = groups_[current_].parent;
    if (group_at_[i] != kNone) current_ = group_at_[i];
  }

  // A break before the item, or before the comments that stand in front of it on its line.
  void require_break(usize i) {
    usize first = i;
    while (first > 0 && items_[first].breaks == 0 && items_[first - 1].kind == ItemKind::kBlockComment) --first;
    if (first == 0 || items_[first].breaks > 0) return;
    items_[i].breaks = 1;
  }

  bool belongs_to_previous(usize i) const {
    const Item& item = items_[i];
    const Item& previous = items_[i - 1];
    if (item.has(role::kBlock | role::kClauses)) return !item.is_closing();
    // A call on the line of its callee may compile to another instruction: brackets stay where they are.
    if (item.has(role::kTight)) return !item.is_opening();
    if (previous.has(role::kUnary | role::kMethodColon | role::kLabelColon)) return true;
    return never_begins_line(item) || never_ends_line(previous.token);
  }

  static bool never_begins_line(const Item& item) {
    switch (item.token) {
      case TokenKind::kComma:
      case TokenKind::kSemicolon:
      case TokenKind::kElse:
      case TokenKind::kElseif:
      case TokenKind::kAssign:
      case TokenKind::kDeclare: return true;
      case TokenKind::kColon: return !item.has(role::kMethodColon);
#define GS_ASSIGN_OPERATOR(kind, op) case TokenKind::kind:
#include "defs/tokens.def"
        return true;
      default: return false;
    }
  }

  static bool never_ends_line(TokenKind kind) {
    switch (kind) {
      case TokenKind::kDot:
      case TokenKind::kFunc:
      case TokenKind::kGo:
      case TokenKind::kDefer:
      case TokenKind::kVar:
      case TokenKind::kConst:
      case TokenKind::kIf:
      case TokenKind::kElseif:
      case TokenKind::kElse:
      case TokenKind::kFor:
      case TokenKind::kSwitch:
      case TokenKind::kRange:
      case TokenKind::kCase: return true;
      default: return false;
    }
  }

  std::vector<Item>& items_;
  std::vector<usize> lines_;     // of each item, from the breaks before it
  std::vector<Group> groups_;    // in order of their beginnings; the first is the file
  std::vector<usize> group_at_;  // the group an item opens, or kNone
  usize current_ = 0;
};

}  // namespace

void decide_line_breaks(std::vector<Item>& items) { LineBreaks(items).run(); }

}  // namespace gs::front
