// Strings, raw strings and runes (language 1.6), escapes decoded. A literal without escapes is a view into the source.
#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "front/syntax/characters.hpp"
#include "front/syntax/lexer.hpp"

namespace gs::front {
namespace {

void append_code_point(std::string& out, u32 code) {
  char buffer[kMaxUtf8];
  out.append(buffer, encode_utf8(code, buffer));
}

// The byte of a one-letter escape, or -1.
int simple_escape(char c) {
  switch (c) {
    case 'a':
      return 7;
    case 'b':
      return 8;
    case 'f':
      return 12;
    case 'n':
      return 10;
    case 'r':
      return 13;
    case 't':
      return 9;
    case 'v':
      return 11;
    case '\\':
    case '\'':
    case '"':
      return c;
    default:
      return -1;
  }
}

}  // namespace

Lexer::Escape Lexer::bad_escape(const char* backslash, std::string message) {
  diagnostics_.error(position_of(backslash), std::move(message));
  return {0, true, false};
}

// Exactly `digits` digits of `base` at p_.
Lexer::Escape Lexer::scan_digits_escape(u32 digits, u32 base, bool is_byte) {
  u32 code = 0;
  for (u32 i = 0; i < digits; ++i, ++p_) {
    if (p_ == end_ || digit_value(*p_) >= base) return {0, is_byte, false};
    code = code * base + digit_value(*p_);
  }
  return {code, is_byte, is_byte ? code <= 0xFF : is_scalar(code)};
}

// `{H...}` at p_: 1 to 6 hex digits.
Lexer::Escape Lexer::scan_braced_escape() {
  u32 code = 0;
  u32 digits = 0;
  for (++p_; p_ < end_ && digit_value(*p_) < 16 && digits < 7; ++p_, ++digits) code = code * 16 + digit_value(*p_);
  if (p_ == end_ || *p_ != '}' || digits == 0 || digits > 6) return {0, false, false};
  ++p_;
  return {code, false, is_scalar(code)};
}

// The escape sequence at p_, which is a backslash with a character other than a line break after it.
Lexer::Escape Lexer::scan_escape(char quote) {
  const char* backslash = p_++;
  const char c = *p_;
  if (int byte = simple_escape(c); byte >= 0 && !(quote == '\'' && c == '"')) {
    ++p_;
    return {u32(byte), true, true};
  }
  Escape escape{0, true, false};
  if (c == '0' && !(p_ + 1 < end_ && digit_value(p_[1]) < 8)) {
    ++p_;
    escape.valid = true;
  } else if (digit_value(c) < 8) {
    escape = scan_digits_escape(3, 8, true);
  } else if (c == 'x') {
    ++p_;
    escape = scan_digits_escape(2, 16, true);
  } else if (c == 'u') {
    ++p_;
    escape = p_ < end_ && *p_ == '{' ? scan_braced_escape() : scan_digits_escape(4, 16, false);
  } else {
    const CodePoint character = decode_utf8(p_, end_);
    const std::string text(p_, character.length);
    p_ += character.length;
    return bad_escape(backslash, "unknown escape sequence '\\" + text + "'");
  }
  return escape.valid ? escape : bad_escape(backslash, "invalid escape sequence");
}

// From after the opening quote past the closing one. `decoded` is used only if there are escapes; otherwise it stays
// empty and `plain_end` is the end of the contents. False if the line ends first.
bool Lexer::scan_string_body(std::string& decoded, const char*& plain_end) {
  const char* run = p_;
  plain_end = nullptr;
  bool has_escapes = false;
  while (p_ < end_ && *p_ != '\n') {
    if (*p_ == '"') {
      if (has_escapes) {
        decoded.append(run, p_);
      } else {
        plain_end = p_;
      }
      ++p_;
      return true;
    }
    if (*p_ != '\\') {
      ++p_;
      continue;
    }
    if (p_ + 1 == end_ || p_[1] == '\n') {
      ++p_;
      return false;
    }
    decoded.append(run, p_);
    has_escapes = true;
    const Escape escape = scan_escape('"');
    if (escape.is_byte) {
      decoded.push_back(char(escape.code));
    } else if (escape.valid) {
      append_code_point(decoded, escape.code);
    }
    run = p_;
  }
  return false;
}

void Lexer::lex_string(Token& token) {
  const char* start = ++p_;
  std::string decoded;
  const char* plain_end;
  if (!scan_string_body(decoded, plain_end)) {
    diagnostics_.error(token.position, "unterminated string");
    return;
  }
  token.kind = TokenKind::kString;
  token.bytes = plain_end ? std::string_view(start, usize(plain_end - start)) : arena_.copy(std::string_view(decoded));
}

void Lexer::lex_raw_string(Token& token) {
  const char* start = ++p_;
  const void* close = std::memchr(p_, '`', usize(end_ - p_));
  const char* stop = close ? static_cast<const char*>(close) : end_;
  bool has_cr = false;
  for (; p_ < stop; ++p_) {
    if (*p_ == '\n') start_line(p_ + 1);
    has_cr |= *p_ == '\r';
  }
  if (!close) {
    open_at_end_ = token.position;
    diagnostics_.error(token.position, "unterminated string");
    return;
  }
  ++p_;
  token.kind = TokenKind::kString;
  token.bytes = {start, usize(stop - start)};
  if (!has_cr) return;
  std::string without_cr(token.bytes);
  std::erase(without_cr, '\r');
  token.bytes = arena_.copy(std::string_view(without_cr));
}

// The character or escape at p_, neither quote nor line break.
Lexer::Escape Lexer::scan_rune_character() {
  if (*p_ == '\\' && p_ + 1 < end_ && p_[1] != '\n') return scan_escape('\'');
  const CodePoint character = decode_utf8(p_, end_);
  p_ += character.length;
  return {character.code, false, true};
}

void Lexer::lex_rune(Token& token) {
  ++p_;
  u32 count = 0;
  bool valid = true;
  for (; p_ < end_ && *p_ != '\'' && *p_ != '\n'; ++count) {
    const Escape character = scan_rune_character();
    valid &= character.valid;
    if (count == 0) token.integer = character.code;
  }
  if (p_ == end_ || *p_ == '\n') {
    diagnostics_.error(token.position, "unterminated string");
    return;
  }
  ++p_;
  token.kind = TokenKind::kInt;
  if (!valid || count == 1) return;
  diagnostics_.error(token.position, count == 0 ? "empty rune literal" : "more than one character in rune literal");
}

}  // namespace gs::front
