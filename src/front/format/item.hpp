// What the formatter works on: the tokens and comments of a source in order, with the line breaks between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "front/syntax/token.hpp"
#include "front/syntax/token_role.hpp"

namespace gs::front {

enum class ItemKind : u8 { kToken, kLineComment, kBlockComment };

struct Item {
  ItemKind kind = ItemKind::kToken;
  TokenKind token = TokenKind::kEnd;  // kToken; keywords that are names here are kName
  u16 roles = 0;                      // of a closing bracket: those of its opening one that tell what it closes
  u8 breaks = 0;                      // line breaks before it: 0, 1, or 2 for a blank line
  std::string text;                   // without CR

  bool is(TokenKind wanted) const { return kind == ItemKind::kToken && token == wanted; }
  bool has(u16 wanted) const { return (roles & wanted) != 0; }
  bool is_comment() const { return kind != ItemKind::kToken; }
  bool is_opening() const {
    return is(TokenKind::kLeftParen) || is(TokenKind::kLeftBracket) || is(TokenKind::kLeftBrace);
  }
  bool is_closing() const {
    return is(TokenKind::kRightParen) || is(TokenKind::kRightBracket) || is(TokenKind::kRightBrace);
  }
};

// item.cpp: reads a source that parses; `roles` is what the parser noted.
std::vector<Item> read_items(std::string_view source, std::vector<TokenRole> roles);

// separators.cpp: drops ';' between statements and makes the ',' of tables and calls regular.
std::vector<Item> normalize_separators(std::vector<Item> items);

// line_breaks.cpp: decides `breaks` of every item.
void decide_line_breaks(std::vector<Item>& items);

// printer.cpp: the text.
std::string print_items(const std::vector<Item>& items);

}  // namespace gs::front
