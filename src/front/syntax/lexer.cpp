// White space, comments, names and punctuation. Numbers are in lexer_number.cpp, strings and runes in lexer_string.cpp.
#include "front/syntax/lexer.hpp"

#include <cstdio>
#include <cstring>

#include "base/utf8.hpp"
#include "front/syntax/characters.hpp"

namespace gs::front {

Lexer::Lexer(std::string_view source, Arena& arena, Diagnostics& diagnostics, bool warnings)
    : p_(source.data()),
      end_(source.data() + source.size()),
      line_start_(source.data()),
      warnings_(warnings),
      arena_(arena),
      diagnostics_(diagnostics) {
  skip_preamble();
}

// A byte order mark and a `#!` line.
void Lexer::skip_preamble() {
  if (std::string_view(p_, usize(end_ - p_)).starts_with("\xEF\xBB\xBF")) {
    p_ += 3;
    line_start_ = p_;
  }
  if (std::string_view(p_, usize(end_ - p_)).starts_with("#!")) {
    while (p_ < end_ && *p_ != '\n') ++p_;
  }
}

void Lexer::skip_white_space() {
  while (p_ < end_) {
    const char c = *p_;
    if (c == '\n') {
      start_line(++p_);
    } else if (c == ' ' || c == '\t' || c == '\r') {
      ++p_;
    } else if (c == '/' && p_ + 1 < end_ && p_[1] == '/') {
      const void* line_end = std::memchr(p_, '\n', usize(end_ - p_));
      p_ = line_end ? static_cast<const char*>(line_end) : end_;
    } else if (c == '/' && p_ + 1 < end_ && p_[1] == '*') {
      skip_block_comment();
    } else {
      return;
    }
  }
}

void Lexer::skip_block_comment() {
  const ast::Position start = position_of(p_);
  for (p_ += 2; p_ < end_; ++p_) {
    if (*p_ == '\n') {
      start_line(p_ + 1);
    } else if (*p_ == '*' && p_ + 1 < end_ && p_[1] == '/') {
      p_ += 2;
      return;
    }
  }
  open_at_end_ = start;
  diagnostics_.error(start, "unterminated comment");
}

Token Lexer::next() {
  skip_white_space();
  Token token;
  token.first_on_line = line_break_;
  token.position = position_of(p_);
  line_break_ = false;
  const char* start = p_;
  if (p_ == end_) {
    token.text = text_from(start);
    return token;
  }
  token.kind = TokenKind::kBad;
  if (is_name_start(*p_)) {
    lex_word(token);
  } else if (is_digit(*p_)) {
    lex_number(token);
  } else if (*p_ == '"') {
    lex_string(token);
  } else if (*p_ == '`') {
    lex_raw_string(token);
  } else if (*p_ == '\'') {
    lex_rune(token);
  } else {
    lex_punctuation(token);
  }
  token.text = text_from(start);
  // A raw string's line breaks are inside the token.
  line_break_ = false;
  return token;
}

void Lexer::lex_word(Token& token) {
  const char* start = p_;
  while (p_ < end_ && is_name_part(*p_)) ++p_;
  token.kind = classify_word(text_from(start));
}

void Lexer::lex_punctuation(Token& token) {
  token.kind = match_punctuation({p_, usize(end_ - p_)});
  if (token.kind == TokenKind::kBad) return unexpected_character(token);
  p_ += token_text(token.kind).size();
}

void Lexer::unexpected_character(Token& token) {
  const CodePoint character = decode_utf8(p_, end_);
  char text[24];
  if (character.code > ' ' && character.code < 0x7F) {
    std::snprintf(text, sizeof text, "%c", char(character.code));
  } else {
    std::snprintf(text, sizeof text, "U+%04X", unsigned(character.code));
  }
  p_ += character.length;
  diagnostics_.error(token.position, std::string("unexpected character '") + text + "'");
}

}  // namespace gs::front
