// The library `utf8` as scripts see it.
#include <gtest/gtest.h>

#include <string>

#include "gscript/gscript.hpp"

namespace {

struct Case {
  const char* source;
  const char* output;
};

TEST(Utf8Library, Results) {
  std::string written;
  gscript::VM vm({.print = [&](std::string_view text) { written += text; }});
  const Case cases[] = {
      {R"(utf8.len("añb"), utf8.len("\xff"))", "3\tnil\tinvalid UTF-8 string"},
      {R"(utf8.valid("añb"), utf8.valid("\xc3"))", "true\tfalse"},
      {R"(utf8.char(72, 241, 0x4e2d, 0x1F600))", "Hñ中😀"},
      {R"(utf8.codepoint("añ中", 2), utf8.codepoint("añ中", 1, -1))", "241\t97\t241\t20013"},
      {R"(utf8.codepoint("abc", 4), utf8.codepoint("\xff"))", "nil\t65533"},
      {R"(#utf8.codes("añb"), utf8.codes("añb")[3].pos, utf8.codes("añb")[2].code)", "3\t4\t241"},
      {R"(utf8.offset("añb", 3), utf8.offset("añb", 4), utf8.offset("añb", 5), utf8.offset("añb", 2, 2))", "4\t5\tnil\t4"},
      {R"(utf8.sub("añbc", 2, 3), utf8.sub("añbc", -2), utf8.sub("añbc", 3, 2) .. "|", utf8.sub("añ", 1, 100))", "ñb\tbc\t|\tañ"},
      {R"(utf8.reverse("añ"), utf8.upper("ñ"), utf8.lower("Ñ"))", "ña\tÑ\tñ"},
      {R"(utf8.charclass(65) .. utf8.charclass(48) .. utf8.charclass(32) .. utf8.charclass(33) .. utf8.charclass(0))", "LNSPO"},
      {R"(string.match("ñx", utf8.charpattern), #utf8.charpattern)", "ñ\t14"},
      {R"(select(2, pcall(utf8.char, 0x110000)))", "bad argument #1 to 'utf8.char' (value out of range)"},
  };
  for (const Case& c : cases) {
    written.clear();
    vm.run("print(" + std::string(c.source) + ")");
    EXPECT_EQ(written, std::string(c.output) + "\n") << c.source;
  }
}

}  // namespace
