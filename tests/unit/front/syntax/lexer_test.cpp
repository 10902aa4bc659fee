// Tokens, literals and their errors (language section 1).
#include "front/syntax/lexer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "front/syntax/syntax_testing.hpp"

namespace gs::front {
namespace {

using testing::errors;
using testing::list;

// All tokens up to the end, and what was reported.
struct Lexed {
  explicit Lexed(std::string_view text) : source(text), lexer(source, arena, diagnostics, true) {
    for (Token token = lexer.next(); token.kind != TokenKind::kEnd; token = lexer.next()) tokens.push_back(token);
  }

  std::string texts() const {
    std::string result;
    for (const Token& token : tokens) {
      if (!result.empty()) result += ' ';
      result += token.text;
    }
    return result;
  }

  std::string source;
  Arena arena;
  Diagnostics diagnostics;
  Lexer lexer;
  std::vector<Token> tokens;
};

std::string texts(std::string_view source) {
  return Lexed(source).texts();
}

std::string lex_errors(std::string_view source) {
  return list(Lexed(source).diagnostics.errors());
}

// The value of the only token.
std::string string_value(std::string_view source) {
  Lexed lexed(source);
  EXPECT_EQ(lexed.tokens.size(), 1u) << source;
  EXPECT_EQ(lexed.tokens[0].kind, TokenKind::kString) << source;
  EXPECT_EQ(list(lexed.diagnostics.errors()), "") << source;
  return std::string(lexed.tokens[0].bytes);
}

i64 int_value(std::string_view source) {
  Lexed lexed(source);
  EXPECT_EQ(lexed.tokens.size(), 1u) << source;
  EXPECT_EQ(lexed.tokens[0].kind, TokenKind::kInt) << source;
  EXPECT_EQ(list(lexed.diagnostics.errors()), "") << source;
  return lexed.tokens[0].integer;
}

f64 float_value(std::string_view source) {
  Lexed lexed(source);
  EXPECT_EQ(lexed.tokens.size(), 1u) << source;
  EXPECT_EQ(lexed.tokens[0].kind, TokenKind::kFloat) << source;
  EXPECT_EQ(list(lexed.diagnostics.errors()), "") << source;
  return lexed.tokens[0].number;
}

TEST(Lexer, EveryPunctuationAndKeywordIsItself) {
  const std::string_view all[] = {
#define GS_PUNCTUATION(kind, text) text,
#define GS_KEYWORD(kind, text) text,
#include "defs/tokens.def"
  };
  for (std::string_view text : all) {
    Lexed lexed(text);
    ASSERT_EQ(lexed.tokens.size(), 1u) << text;
    EXPECT_EQ(token_text(lexed.tokens[0].kind), text);
  }
}

TEST(Lexer, LongestMatchWins) {
  EXPECT_EQ(texts("a<-1"), "a <- 1");
  EXPECT_EQ(texts("a< -1"), "a < - 1");
  EXPECT_EQ(texts("a&^b&^=c&=d&&e"), "a &^ b &^= c &= d && e");
  EXPECT_EQ(texts("a<<=b<<c<=d"), "a <<= b << c <= d");
  EXPECT_EQ(texts("a**=b**c*=d"), "a **= b ** c *= d");
  EXPECT_EQ(texts("a...b..=c..d.e"), "a ... b ..= c .. d . e");
  EXPECT_EQ(texts("+++---"), "++ + -- -");
  EXPECT_EQ(texts(":=:"), ":= :");
}

TEST(Lexer, WordsAreKeywordsOrNames) {
  Lexed lexed("select make in In _ _a1 é");
  EXPECT_EQ(lexed.tokens[0].kind, TokenKind::kName);
  EXPECT_EQ(lexed.tokens[1].kind, TokenKind::kName);
  EXPECT_EQ(lexed.tokens[2].kind, TokenKind::kIn);
  EXPECT_EQ(lexed.tokens[3].kind, TokenKind::kName);
  EXPECT_EQ(lexed.tokens[4].text, "_");
  EXPECT_EQ(lexed.tokens[5].text, "_a1");
  EXPECT_EQ(lexed.tokens[6].kind, TokenKind::kBad);
  EXPECT_EQ(list(lexed.diagnostics.errors()), "1:25: unexpected character 'U+00E9'");
}

TEST(Lexer, PositionsCountBytesAndLineFeeds) {
  Lexed lexed("a\tb\r\n  \"\xC3\xA9\" c\rd\n\ne");
  const ast::Position expected[] = {{1, 1}, {1, 3}, {2, 3}, {2, 8}, {2, 10}, {4, 1}};
  ASSERT_EQ(lexed.tokens.size(), std::size(expected));
  for (usize i = 0; i < std::size(expected); ++i) EXPECT_EQ(lexed.tokens[i].position, expected[i]) << i;
}

TEST(Lexer, FirstOnLine) {
  Lexed lexed("a b\nc /* x */ d /* \n */ e // f\ng `\n` h");
  const bool expected[] = {true, false, true, false, true, true, false, false};
  ASSERT_EQ(lexed.tokens.size(), std::size(expected));
  for (usize i = 0; i < std::size(expected); ++i) EXPECT_EQ(lexed.tokens[i].first_on_line, expected[i]) << i;
}

TEST(Lexer, SkipsByteOrderMarkAndInterpreterLine) {
  Lexed lexed("\xEF\xBB\xBF#!/usr/bin/env gscript\nx");
  ASSERT_EQ(lexed.tokens.size(), 1u);
  EXPECT_EQ(lexed.tokens[0].position, (ast::Position{2, 1}));
  EXPECT_EQ(Lexed("\xEF\xBB\xBFx").tokens[0].position, (ast::Position{1, 1}));
  EXPECT_EQ(texts("\n#!x"), "# ! x");
  EXPECT_EQ(texts("#!only"), "");
}

TEST(Lexer, Comments) {
  EXPECT_EQ(texts("a // b\nc /* d /* e */ f"), "a c f");
  EXPECT_EQ(texts("a /**/ b /***/ c"), "a b c");
  EXPECT_EQ(lex_errors("x\n /* y"), "2:2: unterminated comment");
  EXPECT_EQ(lex_errors("/*/"), "1:1: unterminated comment");
}

TEST(Lexer, UnexpectedCharacters) {
  EXPECT_EQ(lex_errors("a @ $"), "1:3: unexpected character '@'\n1:5: unexpected character '$'");
  EXPECT_EQ(lex_errors("\xF0\x9F\x98\x80"), "1:1: unexpected character 'U+1F600'");
  EXPECT_EQ(lex_errors(std::string_view("\0", 1)), "1:1: unexpected character 'U+0000'");
  EXPECT_EQ(lex_errors("\xFF"), "1:1: unexpected character 'U+FFFD'");
}

TEST(Lexer, DecimalInts) {
  EXPECT_EQ(int_value("0"), 0);
  EXPECT_EQ(int_value("010"), 10);
  EXPECT_EQ(int_value("1_000_000"), 1000000);
  EXPECT_EQ(int_value("9223372036854775807"), INT64_MAX);
  EXPECT_EQ(int_value("000000000000000000000000000001"), 1);
}

TEST(Lexer, BasedInts) {
  EXPECT_EQ(int_value("0xff"), 255);
  EXPECT_EQ(int_value("0XfF"), 255);
  EXPECT_EQ(int_value("0x_ff"), 255);
  EXPECT_EQ(int_value("0b1010"), 10);
  EXPECT_EQ(int_value("0B_1"), 1);
  EXPECT_EQ(int_value("0o17"), 15);
  EXPECT_EQ(int_value("0xffffffffffffffff"), -1);
  EXPECT_EQ(int_value("0x0000ffffffffffffffff"), -1);
  EXPECT_EQ(int_value("0o1777777777777777777777"), -1);
  EXPECT_EQ(int_value("0b" + testing::repeat("1", 64)), -1);
}

TEST(Lexer, IntsTooLarge) {
  EXPECT_EQ(lex_errors("9223372036854775809"), "1:1: integer literal too large");
  EXPECT_EQ(lex_errors("99999999999999999999999"), "1:1: integer literal too large");
  EXPECT_EQ(lex_errors("0x1ffffffffffffffff"), "1:1: integer literal too large");
  EXPECT_EQ(lex_errors("0o2000000000000000000000"), "1:1: integer literal too large");
  EXPECT_EQ(lex_errors("0b1" + testing::repeat("0", 64)), "1:1: integer literal too large");
  Lexed lexed("9223372036854775808");
  EXPECT_TRUE(lexed.tokens[0].is_min_int);
  EXPECT_EQ(list(lexed.diagnostics.errors()), "");
}

TEST(Lexer, Floats) {
  EXPECT_EQ(float_value("5."), 5.0);
  EXPECT_EQ(float_value("1.e3"), 1000.0);
  EXPECT_EQ(float_value("1e3"), 1000.0);
  EXPECT_EQ(float_value("1E+3"), 1000.0);
  EXPECT_EQ(float_value("12.5e-1"), 1.25);
  EXPECT_EQ(float_value("1_0.2_5"), 10.25);
  EXPECT_EQ(float_value("0.1"), 0.1);
  EXPECT_EQ(float_value("1e-999"), 0.0);
  EXPECT_EQ(float_value("5e-324"), 5e-324);
  EXPECT_EQ(float_value("9007199254740993.0"), 9007199254740992.0);
  EXPECT_EQ(float_value("0e99999999999999999999"), 0.0);
  EXPECT_EQ(lex_errors("1e309"), "1:1: number literal out of range");
  EXPECT_EQ(lex_errors("0x1p1024"), "1:1: number literal out of range");
}

TEST(Lexer, HexFloats) {
  EXPECT_EQ(float_value("0x1p4"), 16.0);
  EXPECT_EQ(float_value("0x1.8P+1"), 3.0);
  EXPECT_EQ(float_value("0xA.p-1"), 5.0);
  EXPECT_EQ(float_value("0x1.00000000000008p0"), 1.0);
  EXPECT_EQ(float_value("0x1.00000000000008001p0"), std::nextafter(1.0, 2.0));
  EXPECT_EQ(float_value("0x1p-1074"), 5e-324);
  EXPECT_EQ(texts("0x1.8"), "0x1 . 8");
  EXPECT_EQ(texts("0x1.f"), "0x1 . f");
}

TEST(Lexer, DotsAfterNumbers) {
  EXPECT_EQ(texts("1..2"), "1 .. 2");
  EXPECT_EQ(texts("1...2"), "1 ... 2");
  EXPECT_EQ(texts("1.5.2"), "1.5 . 2");
  EXPECT_EQ(texts(".5"), ". 5");
}

TEST(Lexer, InvalidNumbers) {
  for (std::string_view text : {"12ab", "1e", "1e_1", "0x", "0b", "0o", "1__0", "1_", "0b12", "0o8", "0x1G", "1.5x",
                                "5.e", "1._5", "0x1p", "0xg", "1_000_"}) {
    EXPECT_EQ(lex_errors(text), "1:1: invalid number '" + std::string(text) + "'");
  }
  EXPECT_EQ(lex_errors("1e+x"), "1:1: invalid number '1e'");
}

TEST(Lexer, LeadingZeroWarnings) {
  const auto warns = [](std::string_view source) { return !Lexed(source).diagnostics.take_warnings().empty(); };
  EXPECT_TRUE(warns("010"));
  EXPECT_TRUE(warns("00"));
  EXPECT_TRUE(warns("0_1"));
  EXPECT_TRUE(warns("00.5"));
  EXPECT_FALSE(warns("0"));
  EXPECT_FALSE(warns("0.5"));
  EXPECT_FALSE(warns("0e1"));
  EXPECT_FALSE(warns("0x01"));
  EXPECT_FALSE(warns("10"));
}

TEST(Lexer, StringEscapes) {
  EXPECT_EQ(string_value(R"("\a\b\f\n\r\t\v")"), "\a\b\f\n\r\t\v");
  EXPECT_EQ(string_value(R"("\\\"\'")"), "\\\"'");
  EXPECT_EQ(string_value(R"("\x41\xff\101\377")"),
            "A\xff"
            "A\xff");
  EXPECT_EQ(string_value(R"("a\0b")"), std::string("a\0b", 3));
  EXPECT_EQ(string_value(R"("\08")"), std::string("\0", 1) + "8");
  EXPECT_EQ(string_value(R"("\u00e9\u{e9}\u{1F600}\u{0}")"), std::string("éé😀\0", 9));
  EXPECT_EQ(string_value("\"plain é\""), "plain é");
  EXPECT_EQ(string_value("\"\""), "");
}

TEST(Lexer, BadEscapes) {
  EXPECT_EQ(lex_errors(R"(  "a\q")"), "1:5: unknown escape sequence '\\q'");
  EXPECT_EQ(lex_errors(R"("\é")"), "1:2: unknown escape sequence '\\é'");
  EXPECT_EQ(lex_errors(R"("\8")"), "1:2: unknown escape sequence '\\8'");
  for (std::string_view text : {R"("\x4")", R"("\xg0")", R"("\400")", R"("\12")", R"("\1")", R"("\u12")", R"("\ud800")",
                                R"("\u{110000}")", R"("\u{}")", R"("\u{1234567}")", R"("\u{41")", R"("\u")"}) {
    EXPECT_EQ(lex_errors(text), "1:2: invalid escape sequence") << text;
  }
}

TEST(Lexer, UnterminatedStrings) {
  EXPECT_EQ(lex_errors("x \"abc\n\"d\""), "1:3: unterminated string");
  EXPECT_EQ(lex_errors("\"abc\\"), "1:1: unterminated string");
  EXPECT_EQ(lex_errors("\"abc\\\n"), "1:1: unterminated string");
  EXPECT_EQ(lex_errors("`abc\n"), "1:1: unterminated string");
  EXPECT_EQ(lex_errors("'a"), "1:1: unterminated string");
  EXPECT_EQ(lex_errors("'"), "1:1: unterminated string");
}

TEST(Lexer, RawStrings) {
  EXPECT_EQ(string_value("`a\\n\"\r\nb`"), "a\\n\"\nb");
  EXPECT_EQ(string_value("``"), "");
  Lexed lexed("`a\n\nb` x");
  EXPECT_EQ(lexed.tokens[1].position, (ast::Position{3, 4}));
}

TEST(Lexer, Runes) {
  EXPECT_EQ(int_value("'a'"), 97);
  EXPECT_EQ(int_value("'é'"), 233);
  EXPECT_EQ(int_value("'😀'"), 0x1F600);
  EXPECT_EQ(int_value(R"('\n')"), 10);
  EXPECT_EQ(int_value(R"('\'')"), 39);
  EXPECT_EQ(int_value(R"('"')"), 34);
  EXPECT_EQ(int_value(R"('\xff')"), 255);
  EXPECT_EQ(int_value(R"('\101')"), 65);
  EXPECT_EQ(int_value(R"('\u{1F600}')"), 0x1F600);
  EXPECT_EQ(lex_errors("''"), "1:1: empty rune literal");
  EXPECT_EQ(lex_errors("'ab'"), "1:1: more than one character in rune literal");
  EXPECT_EQ(lex_errors("'e\xCC\x81'"), "1:1: more than one character in rune literal");
  EXPECT_EQ(lex_errors(R"('\"')"), "1:2: unknown escape sequence '\\\"'");
  EXPECT_EQ(lex_errors(R"('\xZ')"), "1:2: invalid escape sequence");
}

TEST(Lexer, RemembersWhatIsOpenAtTheEnd) {
  EXPECT_EQ(Lexed("x `a").lexer.open_at_end(), (ast::Position{1, 3}));
  EXPECT_EQ(Lexed("x /* a").lexer.open_at_end(), (ast::Position{1, 3}));
  EXPECT_EQ(Lexed("\"a").lexer.open_at_end(), std::nullopt);
}

}  // namespace
}  // namespace gs::front
