// Number literals (language 1.5): where one ends, and its value. The values themselves are read by prim/number_text.
#include <string>

#include "front/syntax/characters.hpp"
#include "front/syntax/lexer.hpp"
#include "prim/number_text.hpp"

namespace gs::front {

// digits of `base` with single '_' between them; false if there is none here.
bool Lexer::scan_digits(int base) {
  const auto is_digit_here = [&](const char* p) { return p < end_ && digit_value(*p) < u32(base); };
  if (!is_digit_here(p_)) return false;
  while (is_digit_here(p_) || (*p_ == '_' && is_digit_here(p_ + 1))) {
    ++p_;
    if (p_ == end_) break;
  }
  return true;
}

// `letter` in either case, a sign, digits: consumed only if all of it is there.
bool Lexer::scan_exponent(char letter) {
  if (p_ == end_ || (*p_ | 0x20) != letter) return false;
  const char* start = p_++;
  if (p_ < end_ && (*p_ == '+' || *p_ == '-')) ++p_;
  if (scan_digits(10)) return true;
  p_ = start;
  return false;
}

// What follows "0x", "0b" or "0o". A hex float needs its exponent; without one a '.' is a field access.
bool Lexer::scan_based(int base) {
  if (p_ < end_ && *p_ == '_') ++p_;
  if (!scan_digits(base)) return false;
  is_integer_ = true;
  if (base != 16) return true;
  const char* after_digits = p_;
  if (p_ < end_ && *p_ == '.') {
    ++p_;
    scan_digits(16);
  }
  if (scan_exponent('p')) {
    is_integer_ = false;
  } else {
    p_ = after_digits;
  }
  return true;
}

bool Lexer::scan_decimal() {
  scan_digits(10);
  is_integer_ = true;
  if (p_ < end_ && *p_ == '.' && !(p_ + 1 < end_ && p_[1] == '.')) {
    ++p_;
    is_integer_ = false;
    scan_digits(10);
  }
  if (scan_exponent('e')) is_integer_ = false;
  return true;
}

void Lexer::lex_number(Token& token) {
  const char* start = p_;
  const char letter = p_ + 1 < end_ ? char(p_[1] | 0x20) : '\0';
  const bool is_based = *p_ == '0' && (letter == 'x' || letter == 'b' || letter == 'o');
  token.kind = TokenKind::kInt;
  bool valid;
  if (is_based) {
    p_ += 2;
    valid = scan_based(letter == 'x' ? 16 : letter == 'b' ? 2 : 8);
  } else {
    valid = scan_decimal();
  }
  if (!valid || (p_ < end_ && is_name_part(*p_))) {
    while (p_ < end_ && is_name_part(*p_)) ++p_;
    diagnostics_.error(token.position, "invalid number '" + std::string(text_from(start)) + "'");
    return;
  }
  token.text = text_from(start);
  if (warnings_ && !is_based && *start == '0' && start + 1 < p_ && (is_digit(start[1]) || start[1] == '_')) {
    diagnostics_.warning(token.position, "decimal number with leading zero");
  }
  is_integer_ ? read_int(token) : read_float(token);
}

void Lexer::read_int(Token& token) {
  const prim::ParsedNumber number = prim::parse_number(token.text);
  if (number.kind == prim::NumberKind::kInt) {
    token.integer = number.as_int;
    return;
  }
  // A decimal beyond int64 reads as a float; whether its negation is an int tells 2^63 from the rest.
  if (number.kind == prim::NumberKind::kFloat && number.as_float == 0x1p63) {
    const prim::ParsedNumber negated = prim::parse_number("-" + std::string(token.text));
    if (negated.kind == prim::NumberKind::kInt) {
      token.integer = negated.as_int;
      token.is_min_int = true;
      return;
    }
  }
  diagnostics_.error(token.position, "integer literal too large");
}

void Lexer::read_float(Token& token) {
  const prim::ParsedNumber number = prim::parse_number(token.text);
  token.kind = TokenKind::kFloat;
  token.number = number.kind == prim::NumberKind::kFloat ? number.as_float : 0.0;
  if (number.kind != prim::NumberKind::kFloat) diagnostics_.error(token.position, "number literal out of range");
}

}  // namespace gs::front
