// Bytes to tokens, one at a time (language section 1). Never fails: what cannot be a token is reported and becomes
// kBad, or a literal with a value of no importance. Used by the parser only. `source` and the arena must outlive the
// tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "front/syntax/diagnostics.hpp"
#include "front/syntax/token.hpp"

namespace gs::front {

class Lexer {
 public:
  // `warnings`: report numbers with a leading zero.
  Lexer(std::string_view source, Arena& arena, Diagnostics& diagnostics, bool warnings);

  Token next();

  // Where the raw string or comment begins that the source ends in, if it does.
  std::optional<ast::Position> open_at_end() const { return open_at_end_; }

 private:
  // What an escape sequence stands for: a byte, or a code point to be encoded.
  struct Escape {
    u32 code;
    bool is_byte;
    bool valid;
  };

  ast::Position position_of(const char* p) const { return {line_, u32(p - line_start_) + 1}; }
  std::string_view text_from(const char* start) const { return {start, usize(p_ - start)}; }
  void start_line(const char* first) {
    ++line_;
    line_start_ = first;
    line_break_ = true;
  }

  void skip_preamble();
  void skip_white_space();
  void skip_block_comment();

  void lex_word(Token& token);
  void lex_punctuation(Token& token);
  void unexpected_character(Token& token);

  // lexer_number.cpp
  void lex_number(Token& token);
  bool scan_digits(int base);
  bool scan_exponent(char letter);
  bool scan_based(int base);
  bool scan_decimal();
  void read_int(Token& token);
  void read_float(Token& token);

  // lexer_string.cpp
  void lex_string(Token& token);
  void lex_raw_string(Token& token);
  void lex_rune(Token& token);
  bool scan_string_body(std::string& decoded, const char*& plain_end);
  Escape scan_escape(char quote);
  Escape scan_digits_escape(u32 digits, u32 base, bool is_byte);
  Escape scan_braced_escape();
  Escape bad_escape(const char* backslash, std::string message);
  Escape scan_rune_character();

  const char* p_;
  const char* end_;
  const char* line_start_;
  u32 line_ = 1;
  bool line_break_ = true;  // since the last token
  bool warnings_;
  bool is_integer_ = false;  // the number just scanned has neither point nor exponent
  Arena& arena_;
  Diagnostics& diagnostics_;
  std::optional<ast::Position> open_at_end_;
};

}  // namespace gs::front
