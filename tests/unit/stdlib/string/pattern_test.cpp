// The pattern engine: what matches, what is malformed, what long searches cost.
#include "stdlib/string/pattern.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace gs::stdlib {
namespace {

struct Program {
  explicit Program(std::string_view text, bool anchors = true) {
    PatternCompiler compiler;
    if (!compiler.compile(text, anchors)) {
      error = compiler.error();
      return;
    }
    memory.reset(static_cast<Pattern*>(std::calloc(1, compiler.size())));
    compiler.place(memory.get());
  }
  struct Free {
    void operator()(Pattern* p) const { std::free(static_cast<void*>(p)); }
  };
  std::unique_ptr<Pattern, Free> memory;
  std::string error;
};

// "START-END CAPTURE..." with positions from 1, "nil", or the error.
std::string find(std::string_view subject, std::string_view text, usize from = 0) {
  const Program program(text);
  if (!program.memory) return program.error;
  const Pattern& pattern = *program.memory;
  Matcher matcher(pattern, subject, [](void*) { return true; }, nullptr);
  if (!matcher.search(subject.data() + from)) return "nil";
  std::string result = std::to_string(matcher.match_begin() - subject.data() + 1) + "-" +
                       std::to_string(matcher.match_end() - subject.data());
  for (u32 i = 0; i < pattern.captures; i++) {
    const Capture& capture = matcher.capture(i);
    result += ' ';
    result += pattern.is_position(i) ? std::to_string(capture.begin - subject.data() + 1)
                                     : std::string(capture.begin, capture.end);
  }
  return result;
}

TEST(Pattern, BytesAndClasses) {
  EXPECT_EQ(find("hello world", "o w"), "5-7");
  EXPECT_EQ(find("hello", "l"), "3-3");
  EXPECT_EQ(find("hello", "z"), "nil");
  EXPECT_EQ(find("a.b", "%."), "2-2");
  EXPECT_EQ(find("abc1", "%d"), "4-4");
  EXPECT_EQ(find("abc1", "%D"), "1-1");
  EXPECT_EQ(find("a_B", "%u"), "3-3");
  EXPECT_EQ(find("\xe9!", "%a"), "nil");
  EXPECT_EQ(find("\xe9!", "%A"), "1-1");
  EXPECT_EQ(find(" \t!", "%p"), "3-3");
  EXPECT_EQ(find("gG7", "%x"), "3-3");
  EXPECT_EQ(find("\x01", "%c"), "1-1");
  EXPECT_EQ(find(" x", "%g"), "2-2");
  EXPECT_EQ(find(std::string_view("a\0b", 3), std::string_view("\0", 1)), "2-2");
  EXPECT_EQ(find("", ""), "1-0");
  EXPECT_EQ(find("x%y", "%%"), "2-2");
}

TEST(Pattern, Sets) {
  EXPECT_EQ(find("hello", "[aeiou]"), "2-2");
  EXPECT_EQ(find("hello", "[^h]"), "2-2");
  EXPECT_EQ(find("a]b", "[]]"), "2-2");
  EXPECT_EQ(find("]a", "[^]]"), "2-2");
  EXPECT_EQ(find("x-y", "[a-]"), "2-2");
  EXPECT_EQ(find("x-y", "[%-]"), "2-2");
  EXPECT_EQ(find("m5", "[0-9]"), "2-2");
  EXPECT_EQ(find("a_1", "[%w_]+"), "1-3");
  EXPECT_EQ(find("ab12", "[%a-z]+"), "1-2");
  EXPECT_EQ(find("\xff", "[\x80-\xff]"), "1-1");
}

TEST(Pattern, Repetition) {
  EXPECT_EQ(find("aaa", "a*"), "1-3");
  EXPECT_EQ(find("baaa", "a*"), "1-0");
  EXPECT_EQ(find("baaa", "a+"), "2-4");
  EXPECT_EQ(find("aaab", "a-b"), "1-4");
  EXPECT_EQ(find("aaa", "a-"), "1-0");
  EXPECT_EQ(find("color colour", "colou?r", 2), "7-12");
  EXPECT_EQ(find("abcabc", ".*b"), "1-5");
  EXPECT_EQ(find("abcabc", ".-b"), "1-2");
  EXPECT_EQ(find("aab", "a?a?ab"), "1-3");
  EXPECT_EQ(find("xaaay", "x(a+)ay"), "1-5 aa");
  EXPECT_EQ(find("*", "*"), "1-1");
  EXPECT_EQ(find("a*", "a%*"), "1-2");
  EXPECT_EQ(find("0x1F", "^0[xX](%x+)$"), "1-4 1F");
}

TEST(Pattern, Captures) {
  EXPECT_EQ(find("2024-03-11", "(%d+)-(%d+)-(%d+)"), "1-10 2024 03 11");
  EXPECT_EQ(find("key = value", "^(%w+)%s*=%s*(%w+)$"), "1-11 key value");
  EXPECT_EQ(find("hello", "()ll()"), "3-4 3 5");
  EXPECT_EQ(find("abc", "(a(b)(c))"), "1-3 abc b c");
  EXPECT_EQ(find("  trim  ", "^%s*(.-)%s*$"), "1-8 trim");
  EXPECT_EQ(find("abab", "(ab)%1"), "1-4 ab");
  EXPECT_EQ(find("say \"it's\"", "([\"'])(.-)%1"), "5-10 \" it's");
  EXPECT_EQ(find("aXbX", "(.)X(.)X%2", 0), "nil");
}

TEST(Pattern, AnchorsBalanceFrontier) {
  EXPECT_EQ(find("abc", "^b"), "nil");
  EXPECT_EQ(find("abc", "^b", 1), "2-2");
  EXPECT_EQ(find("a^b", "a^b"), "1-3");
  EXPECT_EQ(find("a$b", "a$b"), "1-3");
  EXPECT_EQ(find("ab", "b$"), "2-2");
  EXPECT_EQ(find("", "^$"), "1-0");
  EXPECT_EQ(find("f(a(b)c)d", "%b()"), "2-8");
  EXPECT_EQ(find("((a)", "%b()"), "2-4");
  EXPECT_EQ(find("THE (quick) fox", "%f[%a]%a+%f[%A]"), "1-3");
  EXPECT_EQ(find("the fox", "%f[%w]%w+$"), "5-7");
  EXPECT_EQ(find("x", "%f[^%w]"), "2-1");
}

// Cases where the shortcuts of the compiler must give way: overlapping neighbours, runs that fail, empty rests.
TEST(Pattern, GivesBackWhereItMust) {
  EXPECT_EQ(find("aaaa", "a+a"), "1-4");
  EXPECT_EQ(find("a1b2c3", "%w+%d"), "1-6");
  EXPECT_EQ(find("name value=1", "(%w+)=(%w+)"), "6-12 value 1");
  EXPECT_EQ(find("aa ab", "%w*b"), "4-5");
  EXPECT_EQ(find("aaab", "(a*)%1b"), "2-4 a");
  EXPECT_EQ(find("foo.bar.baz", "^(.*)%.(.*)$"), "1-11 foo.bar baz");
  EXPECT_EQ(find("123abc", "%d*%a"), "1-4");
  EXPECT_EQ(find("xx", "x*()x*$"), "1-2 3");
}

// Without a match these take time in proportion to the subject: no start inside a failed run is tried.
TEST(Pattern, FailedRunsAreNotEnteredAgain) {
  const std::string subject(300000, 'a');
  for (const char* text : {".-x", ".*x", "a+x", "(a-)x", "()a*x"}) EXPECT_EQ(find(subject, text), "nil") << text;
  EXPECT_EQ(find("aab aac", "a*c"), "5-7");
  EXPECT_EQ(find("aab aac", "a-c"), "5-7");
  EXPECT_EQ(find("ab12;ab3x", "%w-%dx"), "6-9");
}

TEST(Pattern, Errors) {
  EXPECT_EQ(find("x", "%"), "malformed pattern (ends with '%')");
  EXPECT_EQ(find("x", "[a"), "malformed pattern (missing ']')");
  EXPECT_EQ(find("x", "[]"), "malformed pattern (missing ']')");
  EXPECT_EQ(find("x", "[^"), "malformed pattern (missing ']')");
  EXPECT_EQ(find("x", "[a%"), "malformed pattern (missing ']')");
  EXPECT_EQ(find("x", "[a%]"), "malformed pattern (missing ']')");
  EXPECT_EQ(find("x", "%b("), "malformed pattern (missing arguments to '%b')");
  EXPECT_EQ(find("x", "%fa"), "missing '[' after '%f' in pattern");
  EXPECT_EQ(find("x", "(a"), "unfinished capture");
  EXPECT_EQ(find("x", "a)"), "invalid pattern capture");
  EXPECT_EQ(find("x", "%1"), "invalid capture index %1");
  EXPECT_EQ(find("x", "(%1)"), "invalid capture index %1");
  EXPECT_EQ(find("x", "(a)%0"), "invalid capture index %0");
  std::string many;
  for (int i = 0; i < 33; i++) many += "()";
  EXPECT_EQ(find("x", many), "too many captures");
  std::string loops;
  for (int i = 0; i < 300; i++) loops += "a?";
  EXPECT_EQ(find("x", loops + "a"), "pattern too complex");
  EXPECT_EQ(find("x", std::string(100, 'a') + std::string(1 << 17, '.')), "pattern too complex");
}

TEST(Pattern, CaretIsAByteWithoutAnchors) {
  const Program program("^a", false);
  const std::string_view subject = "b^a";
  Matcher matcher(*program.memory, subject, [](void*) { return true; }, nullptr);
  ASSERT_TRUE(matcher.search(subject.data()));
  EXPECT_EQ(matcher.match_begin() - subject.data(), 1);
}

TEST(Pattern, LongMatchesAskAndStop) {
  const std::string subject(5000, 'a');
  for (const char* text : {".-.-.-.-b", "a*a*a*a*b", ".*.*.*x", "(a*)*%1b", "%b()", "a?a?a?a?.-.-.-b"}) {
    const Program program(text);
    ASSERT_TRUE(program.memory) << program.error;
    int left = 50;
    auto poll = [](void* context) { return --*static_cast<int*>(context) > 0; };
    Matcher matcher(*program.memory, subject, poll, &left);
    EXPECT_FALSE(matcher.search(subject.data()));
    EXPECT_TRUE(matcher.stopped() || left > 0) << text;
  }
}

TEST(Pattern, PlainPatterns) {
  EXPECT_TRUE(is_plain_pattern(""));
  EXPECT_TRUE(is_plain_pattern("hello, {world}!"));
  for (const char* text : {"a.", "a*", "a+", "a-", "a?", "(a", "a)", "[a", "%a", "^a", "a$"}) {
    EXPECT_FALSE(is_plain_pattern(text)) << text;
  }
}

TEST(FindText, EveryPlace) {
  const std::string hay = std::string(100, 'a') + "b" + std::string(50, 'a') + "ab";
  auto at = [&](std::string_view text) {
    const char* hit = find_text(hay.data(), hay.data() + hay.size(), text);
    return hit ? hit - hay.data() : -1;
  };
  for (usize length = 0; length < 60; length++) {
    for (usize start = 0; start + length <= hay.size(); start += 7) {
      const std::string part = hay.substr(start, length);
      EXPECT_EQ(at(part), std::ptrdiff_t(hay.find(part)));
    }
  }
  EXPECT_EQ(at("bb"), -1);
  EXPECT_EQ(at(hay + "x"), -1);
  EXPECT_EQ(at(hay), 0);
}

}  // namespace
}  // namespace gs::stdlib
