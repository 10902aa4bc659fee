// Items with their line breaks to text: indentation, the spaces between tokens, comments aligned in columns.
//
// Indentation. Every open bracket and clause is a frame. What begins an item of a frame (a statement, a clause, an element
// after a comma) stands at the frame's `inner`; a line that goes on with an item is one level deeper than the line on
// which the item began; the closing bracket stands at `base`, the level of the line (of a block: the statement) it was
// opened by. So brackets opened on one line indent their insides once:
//
//     run(list, {
//         depth: a
//             + b,
//     })
#include <algorithm>

#include "front/format/item.hpp"

namespace gs::front {
namespace {

constexpr usize kIndentWidth = 4;

struct Line {
  u32 indent = 0;
  bool blank_before = false;
  std::string text{};
  std::string comment{};  // at its end
};

struct Frame {
  enum class Kind : u8 { kStatements, kClauses, kClauseBody, kBracket };
  Kind kind = Kind::kStatements;
  u32 base = 0;
  u32 inner = 0;
  bool at_item_start = false;  // kBracket
  u32 item_indent = 0;         // of the line where the current item began
  u32 func_indent = 0;         // of the line of the last `func`
};

bool no_space_after(const Item& item) {
  if (item.has(role::kUnary | role::kMethodColon)) return true;
  if (item.is(TokenKind::kLeftBrace)) return item.has(role::kTable);
  return item.is_opening() || item.is(TokenKind::kDot);
}

bool no_space_before(const Item& item, const Item& previous) {
  if (item.has(role::kTight)) return true;
  switch (item.token) {
    case TokenKind::kRightParen:
    case TokenKind::kRightBracket:
    case TokenKind::kComma:
    case TokenKind::kColon: return true;
    case TokenKind::kRightBrace: return item.has(role::kTable) || previous.is(TokenKind::kLeftBrace);
    case TokenKind::kSemicolon: return !previous.is(TokenKind::kFor) && !previous.is(TokenKind::kSemicolon);
    case TokenKind::kDot:  // behind a number it would become part of it
      return !previous.is(TokenKind::kInt) && !previous.is(TokenKind::kFloat);
    default: return false;
  }
}

bool needs_space(const Item& previous, const Item& item) {
  const bool would_join = previous.is(TokenKind::kMinus) && !item.is_comment() && item.text[0] == '-';
  if (would_join) return true;
  if (!previous.is_comment() && no_space_after(previous)) return false;
  return item.is_comment() || !no_space_before(item, previous);
}

class Printer {
 public:
  explicit Printer(const std::vector<Item>& items) : items_(items) { frames_.push_back({}); }

  std::string run() {
    for (usize i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      const bool ends_clause = item.has(role::kClause) || (item.is_closing() && item.has(role::kClauses));
      if (ends_clause && top().kind == Frame::Kind::kClauseBody) frames_.pop_back();
      if (i == 0 || item.breaks > 0) {
        lines_.push_back({.indent = indent_for(i), .blank_before = item.breaks > 1});
      } else if (item.kind == ItemKind::kLineComment) {
        lines_.back().comment = item.text;
        continue;
      } else {
        separate(i);
      }
      lines_.back().text += item.text;
      if (!item.is_comment()) track(item);
    }
    align_comments();
    return join();
  }

 private:
  Frame& top() { return frames_.back(); }
  u32 line_indent() const { return lines_.back().indent; }

  void separate(usize i) {
    if (items_[i].has(role::kStatement)) {
      // Past comments on this line.
      usize last = i - 1;
      while (last > 0 && items_[last].is_comment() && items_[last].breaks == 0) --last;
      const Item& previous = items_[last];
      const bool begins_list = previous.is_comment() || previous.is_opening() || previous.has(role::kClauseColon);
      if (!begins_list) lines_.back().text += ';';
    }
    if (needs_space(items_[i - 1], items_[i])) lines_.back().text += ' ';
  }

  u32 indent_for(usize i) {
    if (!items_[i].is_comment()) return indent_for_token(items_[i]);
    while (i < items_.size() && items_[i].is_comment()) ++i;
    if (i == items_.size() || items_[i].is_closing()) return top().inner;
    if (items_[i].has(role::kClause) && top().kind == Frame::Kind::kClauseBody) return frames_[frames_.size() - 2].base;
    return indent_for_token(items_[i]);
  }

  u32 indent_for_token(const Item& item) {
    if (item.is_closing()) return top().base;
    if (item.has(role::kStatement | role::kClause) || top().at_item_start) return top().inner;
    const bool is_else = item.is(TokenKind::kElse) || item.is(TokenKind::kElseif);
    return is_else ? top().item_indent : top().item_indent + 1;
  }

  void track(const Item& item) {
    if (item.has(role::kStatement | role::kClause) || top().at_item_start) {
      top().item_indent = line_indent();
      top().at_item_start = false;
    }
    if (item.is(TokenKind::kFunc)) top().func_indent = line_indent();
    if (item.is(TokenKind::kComma)) top().at_item_start = top().kind == Frame::Kind::kBracket;
    if (item.has(role::kClauseColon)) push(Frame::Kind::kClauseBody, top().base);
    if (item.is_closing()) frames_.pop_back();
    if (item.is_opening()) open(item);
  }

  void open(const Item& item) {
    if (item.has(role::kFunctionBody)) return push(Frame::Kind::kStatements, top().func_indent);
    if (item.has(role::kBlock)) return push(Frame::Kind::kStatements, top().item_indent);
    if (item.has(role::kClauses)) return push(Frame::Kind::kClauses, top().item_indent);
    push(Frame::Kind::kBracket, line_indent());
  }

  void push(Frame::Kind kind, u32 base) {
    const u32 inner = kind == Frame::Kind::kClauses ? base : base + 1;
    frames_.push_back({kind, base, inner, kind == Frame::Kind::kBracket, base, base});
  }

  // Comments at the ends of neighbouring lines of one depth begin in one column.
  void align_comments() {
    for (usize i = 0; i < lines_.size();) {
      usize end = i + 1;
      if (!may_align(lines_[i])) {
        i = end;
        continue;
      }
      usize width = column_of_end(lines_[i]);
      while (end < lines_.size() && may_align(lines_[end]) && !lines_[end].blank_before &&
             lines_[end].indent == lines_[i].indent) {
        width = std::max(width, column_of_end(lines_[end++]));
      }
      for (; i < end; ++i) lines_[i].text.append(width - column_of_end(lines_[i]), ' ');
    }
  }

  static bool may_align(const Line& line) { return !line.comment.empty() && line.text.find('\n') == std::string::npos; }

  // In characters, without the indentation.
  static usize column_of_end(const Line& line) {
    return usize(std::count_if(line.text.begin(), line.text.end(), [](char c) { return (u8(c) & 0xC0) != 0x80; }));
  }

  std::string join() const {
    std::string text;
    for (const Line& line : lines_) {
      if (line.blank_before) text += '\n';
      text.append(line.indent * kIndentWidth, ' ');
      text += line.text;
      if (!line.comment.empty()) (text += ' ') += line.comment;
      text += '\n';
    }
    return text;
  }

  const std::vector<Item>& items_;
  std::vector<Frame> frames_;
  std::vector<Line> lines_;
};

}  // namespace

std::string print_items(const std::vector<Item>& items) { return Printer(items).run(); }

}  // namespace gs::front
