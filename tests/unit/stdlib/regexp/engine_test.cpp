// Walking over matches and expanding replacements.
#include "stdlib/regexp/engine.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

std::string matches(std::string_view pattern, std::string_view text) {
  std::string error, out;
  auto re = compile_regexp(pattern, error);
  MatchWalker match(*re, text, 0);
  while (match.next()) out.append(std::to_string(match.start())).append(":").append(match.part(0)).append(" ");
  return out;
}

TEST(Regexp, WalksNonOverlappingMatches) {
  EXPECT_EQ(matches("a.", "abacab"), "0:ab 2:ac 4:ab ");
  EXPECT_EQ(matches("a*", "baab"), "0: 1:aa 4: ");
  EXPECT_EQ(matches("", "\xC3\xA9z"), "0: 2: 3: ");
  EXPECT_EQ(matches("x", "abc"), "");
  EXPECT_EQ(matches("^a", "aaa"), "0:a ");
  EXPECT_EQ(matches("\\b", "ab c"), "0: 2: 3: 4: ");
}

std::string replaced(std::string_view pattern, std::string_view text, std::string_view replacement_text) {
  std::string error, out;
  auto re = compile_regexp(pattern, error);
  Replacement replacement(*re, replacement_text);
  MatchWalker match(*re, text, u32(re->NumberOfCapturingGroups()));
  while (match.next()) replacement.expand(match, out);
  return out;
}

TEST(Regexp, ExpandsGroups) {
  EXPECT_EQ(replaced("(\\w+)@(\\w+)", "a@b", "$2 at ${1}!"), "b at a!");
  EXPECT_EQ(replaced("(?P<x>.)", "q", "<${x}$x$$$9${no}>"), "<q$x$>");
  EXPECT_EQ(replaced("(a)|(b)", "b", "[$1|$2]"), "[|b]");
  EXPECT_EQ(replaced("a", "a", "$"), "$");
  EXPECT_EQ(replaced("a", "a", "$0$0${"), "aa${");
}

TEST(Regexp, ReportsErrors) {
  std::string error;
  EXPECT_EQ(compile_regexp("(", error), nullptr);
  EXPECT_TRUE(error.starts_with("error parsing regexp: ")) << error;
}

}  // namespace
}  // namespace gs::stdlib
