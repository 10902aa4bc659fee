// Paths as text, and glob patterns.
#include <gtest/gtest.h>

#include "stdlib/path/clean.hpp"

namespace gs::stdlib {
namespace {

TEST(Path, Cleans) {
  const char* cases[][2] = {{"", "."},         {"/", "/"},      {"a//b/./c/", "a/b/c"}, {"a/../b", "b"},
                            {"../a/..", ".."}, {"/../a", "/a"}, {"a/b/../../..", ".."}, {"./", "."},
                            {"//a", "/a"}};
  for (auto& [path, expected] : cases) EXPECT_EQ(clean_path(path), expected) << path;
}

TEST(Path, TakesApart) {
  EXPECT_EQ(path_base("/x/y"), "y");
  EXPECT_EQ(path_base("/x/y/"), "y");
  EXPECT_EQ(path_base(""), ".");
  EXPECT_EQ(path_base("//"), "/");
  EXPECT_EQ(path_directory("/x/y"), "/x");
  EXPECT_EQ(path_directory("y"), ".");
  EXPECT_EQ(path_directory("/y"), "/");
  EXPECT_EQ(path_extension("c.tar.gz"), ".gz");
  EXPECT_EQ(path_extension("a.b/c"), "");
  EXPECT_EQ(path_extension(".rc"), ".rc");
}

std::string relative(std::string_view base, std::string_view target) {
  std::string out;
  return relative_path(base, target, out) ? out : "?";
}

TEST(Path, Relates) {
  EXPECT_EQ(relative("/a", "/b/c"), "../b/c");
  EXPECT_EQ(relative("/a/b", "/a/b"), ".");
  EXPECT_EQ(relative("/", "/a"), "a");
  EXPECT_EQ(relative("a/b", "a"), "..");
  EXPECT_EQ(relative(".", "a"), "a");
  EXPECT_EQ(relative("a", "/b"), "?");
  EXPECT_EQ(relative("../a", "b"), "?");
}

TEST(Glob, Matches) {
  auto yes = [](const char* p, const char* s) { return match_glob(p, s) == GlobMatch::kYes; };
  EXPECT_TRUE(yes("*.gs", "a.gs"));
  EXPECT_FALSE(yes("*.gs", "d/a.gs"));
  EXPECT_TRUE(yes("*/*.gs", "d/a.gs"));
  EXPECT_TRUE(yes("a*b*c", "aXbYbZc"));
  EXPECT_FALSE(yes("a*b*c", "aXbYbZ"));
  EXPECT_TRUE(yes("?[a-c][^x]", "zby"));
  EXPECT_FALSE(yes("?", "/"));
  EXPECT_TRUE(yes("\\*", "*"));
  EXPECT_FALSE(yes("\\*", "x"));
  EXPECT_TRUE(yes("", ""));
  EXPECT_TRUE(yes("*", ""));
  std::string many(2000, 'a');
  EXPECT_FALSE(yes("a*a*a*a*a*a*a*a*b", many.c_str()));
}

TEST(Glob, FindsBadPatterns) {
  for (const char* pattern : {"[", "[a", "[]", "[a-]", "\\", "a[-b]"}) {
    EXPECT_EQ(match_glob(pattern, "x"), GlobMatch::kBadPattern) << pattern;
  }
}

}  // namespace
}  // namespace gs::stdlib
