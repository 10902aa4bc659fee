#include "front/syntax/token.hpp"

#include <array>
#include <iterator>

namespace gs::front {
namespace {

struct Spelling {
  TokenKind kind;
  std::string_view text;
};

constexpr Spelling kPunctuation[] = {
#define GS_PUNCTUATION(kind, text) {TokenKind::kind, text},
#include "defs/tokens.def"
};

constexpr Spelling kKeywords[] = {
#define GS_KEYWORD(kind, text) {TokenKind::kind, text},
#include "defs/tokens.def"
};

constexpr std::string_view kTexts[] = {
#define GS_TOKEN(kind, description) description,
#define GS_PUNCTUATION(kind, text) text,
#define GS_KEYWORD(kind, text) text,
#include "defs/tokens.def"
};

// The spellings that begin with each ASCII character, longest first.
template <usize N>
struct ByFirstCharacter {
  std::array<Spelling, N> rows{};
  std::array<u8, 129> starts{};

  constexpr explicit ByFirstCharacter(const Spelling (&spellings)[N]) {
    usize count = 0;
    for (usize c = 0; c < 128; ++c) {
      starts[c] = u8(count);
      for (const Spelling& spelling : spellings) {
        if (usize(spelling.text.data()[0]) != c) continue;
        usize place = count++;
        for (; place > starts[c] && rows[place - 1].text.size() < spelling.text.size(); --place) {
          rows[place] = rows[place - 1];
        }
        rows[place] = spelling;
      }
    }
    starts[128] = u8(count);
  }

  template <class Accepts>
  TokenKind find(char first, TokenKind otherwise, Accepts accepts) const {
    const u8 c = u8(first);
    if (c >= 128) return otherwise;
    for (usize i = starts[c]; i < starts[c + 1]; ++i) {
      if (accepts(rows[i].text)) return rows[i].kind;
    }
    return otherwise;
  }
};

constexpr ByFirstCharacter kPunctuationTable(kPunctuation);
constexpr ByFirstCharacter kKeywordTable(kKeywords);

}  // namespace

std::string_view token_text(TokenKind kind) {
  return kTexts[usize(kind)];
}

bool is_keyword(TokenKind kind) {
  return kind >= kKeywords[0].kind;
}

bool starts_expression(TokenKind kind) {
  switch (kind) {
    case TokenKind::kName:
    case TokenKind::kInt:
    case TokenKind::kFloat:
    case TokenKind::kString:
    case TokenKind::kNil:
    case TokenKind::kTrue:
    case TokenKind::kFalse:
    case TokenKind::kEllipsis:
    case TokenKind::kFunc:
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBrace:
    case TokenKind::kMinus:
    case TokenKind::kCaret:
    case TokenKind::kNot:
    case TokenKind::kHash:
    case TokenKind::kArrow:
      return true;
    default:
      return false;
  }
}

TokenKind classify_word(std::string_view word) {
  return kKeywordTable.find(word[0], TokenKind::kName, [word](std::string_view text) { return text == word; });
}

TokenKind match_punctuation(std::string_view text) {
  return kPunctuationTable.find(text[0], TokenKind::kBad, [text](std::string_view t) { return text.starts_with(t); });
}

}  // namespace gs::front
