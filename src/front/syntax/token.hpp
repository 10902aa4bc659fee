// Tokens: what the lexer hands to the parser. The kinds come from defs/tokens.def.
#pragma once

#include <string_view>

#include "base/types.hpp"
#include "front/syntax/ast.hpp"

namespace gs::front {

enum class TokenKind : u8 {
#define GS_TOKEN(kind, description) kind,
#define GS_PUNCTUATION(kind, text) kind,
#define GS_KEYWORD(kind, text) kind,
#include "defs/tokens.def"
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  bool first_on_line = false;  // a line break stands between it and the token before
  bool is_min_int = false;     // kInt: the literal 9223372036854775808, allowed only after unary '-'
  ast::Position position;
  std::string_view text;  // as written
  union {
    i64 integer = 0;  // kInt
    f64 number;       // kFloat
  };
  std::string_view bytes;  // kString: its value
};

// Punctuation and keywords as written; what the others are called.
std::string_view token_text(TokenKind kind);

bool is_keyword(TokenKind kind);

// Whether an expression may begin with the token.
bool starts_expression(TokenKind kind);

// The keyword spelt `word`, or kName.
TokenKind classify_word(std::string_view word);

// The longest operator or punctuation at the start of `text`, or kBad.
TokenKind match_punctuation(std::string_view text);

}  // namespace gs::front
