// The library `string` as scripts see it: results, error texts, callbacks, limits.
#include <gtest/gtest.h>

#include <string>

#include "gscript/gscript.hpp"

namespace {

struct Case {
  const char* source;
  const char* output;
};

class StringLibrary : public testing::Test {
 protected:
  // What `print(pcall(f))` style one-liners write, without the newline.
  std::string print(std::string_view arguments) {
    written_.clear();
    vm_.run("print(" + std::string(arguments) + ")");
    if (!written_.empty()) written_.pop_back();
    return written_;
  }
  // The message `expression` raises.
  std::string error_of(std::string_view expression) {
    return print("select(2, pcall(func() { return " + std::string(expression) + " }))");
  }
  template <size_t N>
  void expect(const Case (&cases)[N]) {
    for (const Case& c : cases) EXPECT_EQ(print(c.source), c.output) << c.source;
  }
  template <size_t N>
  void expect_errors(const Case (&cases)[N]) {
    for (const Case& c : cases) EXPECT_EQ(error_of(c.source), c.output) << c.source;
  }

  std::string written_;
  gscript::VM vm_{{.memory_limit = 1 << 28, .print = [this](std::string_view text) { written_ += text; }}};
};

TEST_F(StringLibrary, Bytes) {
  expect({
      {R"(string.len("a\0b"), ("abc"):len())", "3\t3"},
      {R"(string.sub("hello", -3), string.sub("hello", 2, 3), string.sub("hello", 0), string.sub("hello", 4, 2) .. "|")",
       "llo\tel\thello\t|"},
      {R"(string.sub("hello", -100, 2), string.sub("hello", 2, 100), string.sub("hi", 3) .. "|")", "he\tello\t|"},
      {R"(string.byte("abc"), string.byte("abc", -1), string.byte("abc", 1, 3))", "97\t99\t97\t98\t99"},
      {R"(string.byte("abc", 4), string.byte("", 1), string.byte("abc", 3, 2), string.byte("abc", 0))", "nil\tnil\tnil\tnil"},
      {R"(string.char(72, 105) .. string.char())", "Hi"},
      {R"(string.rep("ab", 3), string.rep("ab", 3, "-"), string.rep("x", 0) .. "|", string.repeat("ab", 2))",
       "ababab\tab-ab-ab\t|\tabab"},
      {R"(#string.rep("abc", 1000), #string.rep("abc", 1000, ", "), string.rep("ab", 40, "+") == ("ab+"):rep(39) .. "ab")",
       "3000\t4998\ttrue"},
      {R"(string.hasPrefix("hello", "he"), string.hasSuffix("hello", "lo"), string.contains("hello", "z"))",
       "true\ttrue\tfalse"},
      {R"(string.count("cheese", "e"), string.count("aaaa", "aa"), string.count("añb", ""))", "3\t2\t4"},
      {R"(string.isNumeric("0x10"), string.isNumeric(" 1e3 "), string.isNumeric("12a"))", "true\ttrue\tfalse"},
  });
  expect_errors({
      {"string.len(5)", "bad argument #1 to 'string.len' (string expected, got number)"},
      {"string.rep()", "bad argument #1 to 'string.rep' (string expected, got nil)"},
      {"(\"x\"):rep(\"y\")", "bad argument #2 to 'string.rep' (number expected, got string)"},
      {"string.char(65, 256)", "bad argument #2 to 'string.char' (value out of range)"},
      {"string.sub(\"x\", 0.0 / 0)", "bad argument #2 to 'string.sub' (number has no integer representation)"},
      {"string.rep(\"abc\", 1 << 60)", "string too large"},
      {"string.rep(\"\", 1, \"ab\") .. string.rep(\"x\", 1 << 47)", "string too large"},
      {"string.rep(\"x\", 1e12)", "out of memory"},
  });
}

TEST_F(StringLibrary, Case) {
  expect({
      {R"(string.upper("abc1"), string.lower("ABC1"), ("ñß"):upper(), string.lower("ÀB"))", "ABC1\tabc1\tÑß\tàb"},
      {R"(string.upper(string.rep("ab", 100)) == string.rep("AB", 100))", "true"},
      {R"(string.title("hello wORLD  élan"), string.reverse("añb"), string.reverse("") .. "|")", "Hello WORLD  Élan\tbña\t|"},
  });
}

TEST_F(StringLibrary, Parts) {
  expect({
      {R"(table.concat(string.split("a,b,,c", ","), "|"), #string.split("", ","), table.concat(string.split("añb", ""), "|"))",
       "a|b||c\t1\ta|ñ|b"},
      {R"(#string.split("", ""), table.concat(("a--b"):split("--"), "|"))", "0\ta|b"},
      {R"(string.join({1, 2.5, "x", true}, "-"), string.join({}) .. "|")", "1-2.5-x-true\t|"},
      {R"(string.trim("  x \u3000") .. "|", string.trimLeft("  x ") .. "|", string.trimRight("  x ") .. "|")", "x|\tx |\t  x|"},
      {R"(string.trim("xxaxx", "x"), string.trim("ééaéb", "éb"), string.trimRight("abc", "cb"), string.trim("abc", ""))",
       "a\ta\ta\tabc"},
      {R"(string.replaceAll("a.b.c", ".", "-"), string.replaceAll("añ", "", "|"), string.replaceAll("", "", "x"))",
       "a-b-c\t|a|ñ|\tx"},
      {R"(string.padLeft("7", 3, "0"), string.padRight("ab", 5, "xyz"), string.padLeft("abcdef", 3), string.padRight("abcdef", 3))",
       "007\tabxyz\tdef\tabc"},
      {R"(string.padLeft("7", 4, "ab"), string.padLeft("x", -1) .. "|")", "aba7\t|"},
  });
  expect_errors({
      {R"(string.padLeft("x", 3, ""))", "bad argument #3 to 'string.padLeft' (empty padding)"},
      {R"(string.padRight("x", 1 << 50))", "string too large"},
      {R"(string.join(5))", "bad argument #1 to 'string.join' (table expected, got number)"},
  });
}

TEST_F(StringLibrary, Find) {
  expect({
      {R"(string.find("hello world", "o w"))", "5\t7"},
      {R"(string.find("a.b", ".", 1, true))", "2\t2"},
      {R"(string.find("hello", "l", -1), string.find("hello", "", 6), string.find("hello", "", 7))", "nil\t6\tnil"},
      {R"(string.find("hello", "(l)(l)"))", "3\t4\tl\tl"},
      {R"(string.find("hello", "()ll()"))", "3\t4\t3\t5"},
      {R"(string.find("", ""))", "1\t0"},
      {R"(string.match("2024-03-11", "(%d+)-(%d+)-(%d+)"))", "2024\t03\t11"},
      {R"(string.match("hello", "l+"), string.match("hello", "z"), string.match("hello", "()", 3))", "ll\tnil\t3"},
      {R"(string.match("  trim  ", "^%s*(.-)%s*$") .. "|")", "trim|"},
  });
  expect_errors({
      {R"(string.find("x", "[a"))", "malformed pattern (missing ']')"},
      {R"(string.match("x", "%"))", "malformed pattern (ends with '%')"},
      {R"(string.find("x", string.rep("a?", 300)))", "pattern too complex"},
      {R"(string.find("x"))", "bad argument #2 to 'string.find' (string expected, got nil)"},
  });
}

TEST_F(StringLibrary, Gmatch) {
  vm_.run(R"(
func all(s, p) {
  out := {}
  for a, b := range string.gmatch(s, p) { append(out, "[" .. tostring(a) .. "," .. tostring(b) .. "]") }
  return table.concat(out)
})");
  expect({
      {R"(all("a=1, b=2", "(%w+)=(%w+)"))", "[a,1][b,2]"},
      {R"(all("one two", "%a+"))", "[one,nil][two,nil]"},
      {R"(all("abc", "%w*"))", "[abc,nil]"},
      {R"(all("ab", ""))", "[,nil][,nil][,nil]"},
      {R"(all("a^b^", "^b"))", "[^b,nil]"},
      {R"(all("xay", "()a()"))", "[2,3]"},
  });
}

TEST_F(StringLibrary, Gsub) {
  expect({
      {R"(string.gsub("hello world", "o", "0"))", "hell0 w0rld\t2"},
      {R"(string.gsub("hello world", "%w+", "<%0>", 1))", "<hello> world\t1"},
      {R"(string.gsub("hello", "", "-"))", "-h-e-l-l-o-\t6"},
      {R"(string.gsub("abc", "%w*", "x"))", "x\t1"},
      {R"(string.gsub("abc", "b*", "x"))", "xaxcx\t3"},
      {R"(string.gsub("abc", "(a)(b)", "%2%1%%"))", "ba%c\t1"},
      {R"(string.gsub("abc", "%w", "%1%1"))", "aabbcc\t3"},
      {R"(string.gsub("hello", "l", {l: "L"}))", "heLLo\t2"},
      {R"(string.gsub("abc", "%w", {a: 1, b: false, c: 2.5}))", "1b2.5\t3"},
      {R"(string.gsub("abc", "%w", setmetatable({}, {__index: func(t, k) { return k .. k }})))", "aabbcc\t3"},
      {R"(string.gsub("abc", "%w", func(c) { if c == "b" { return false } return c:upper() }))", "AbC\t3"},
      {R"(string.gsub("abc", "()", "%1"))", "1a2b3c4\t4"},
      {R"(string.gsub("aaa", "^a", "b"))", "baa\t1"},
      {R"(string.gsub("abc", "x", "y"))", "abc\t0"},
      {R"(string.gsub("abc", "b", "x", 0))", "abc\t0"},
  });
  expect_errors({
      {R"(string.gsub("a", "a", "%2"))", "invalid capture index %2"},
      {R"(string.gsub("a", "a", "%x"))", "invalid use of '%' in replacement string"},
      {R"(string.gsub("a", "a", "%"))", "invalid use of '%' in replacement string"},
      {R"(string.gsub("a", "a", func(c) { return {} }))", "invalid replacement value (a table)"},
      {R"(string.gsub("a", "a", 5))", "bad argument #3 to 'string.gsub' (string, table or function expected, got number)"},
      {R"(string.gsub("a", "a", func(c) { error("mine") }))", "mine"},
  });
}

TEST_F(StringLibrary, CallbacksMayYieldAndNest) {
  vm_.run(R"(
co := coroutine.wrap(func() {
  return string.gsub("abc", "%w", func(c) { return coroutine.yield(c) })
})
func nested(s) {
  return string.gsub(s, "%w+", func(w) { return (string.gsub(w, "%w", func(c) { return c .. "." })) })
})");
  expect({
      {"co()", "a"},
      {"co(1)", "b"},
      {"co(false)", "c"},
      {"co(3)", "1b3\t3"},
      {R"(nested("ab cd"))", "a.b. c.d.\t2"},
  });
}

TEST_F(StringLibrary, Format) {
  expect({
      {R"(string.format("[%5d|%-5d|%05.1f|%x|%X|%o]", 42, 42, 3.14159, 255, 255, 8))", "[   42|42   |003.1|ff|FF|10]"},
      {R"(string.format("%s %q %c%c %%", nil, "a\"b\n", 72, 0x4e2d))", "nil \"a\\\"b\\n\" H中 %"},
      {R"(string.format("%i %d %e %g %a", 7, 3.9, 12345.678, 0.0001, 1.0))", "7 3 1.234568e+04 0.0001 0x1p+0"},
      {R"(string.format("%10.3s|%-6s|%+d|%.3g", "abcdef", "ab", 5, 1234567.0))", "       abc|ab    |+5|1.23e+06"},
      {R"(string.format("%.2s|%s|%s", "ñañ", 1.0, true), string.format("%5s|%-5q|", "é", 1))", "ña|1.0|true\t   é|\"1\"  |"},
      {R"(string.format("%s", setmetatable({}, {__tostring: func(t) { return "me" }})))", "me"},
      {R"(string.format("%d %s", "10", "x"), string.format(""), string.format("100%%"))", "10 x\t\t100%"},
      {R"(string.format("%q", "\0\r\\"))", "\"\\0\\r\\\\\""},
      {R"(string.format("%g %g %f", 1 / 0.0, 0.0 / 0, -1 / 0.0))", "+Inf NaN -Inf"},
  });
  expect_errors({
      {R"(string.format("%d", "x"))", "bad argument #2 to 'string.format' (number expected, got string)"},
      {R"(string.format("%s %s", 1))", "bad argument #3 to 'string.format' (no value)"},
      {R"(string.format("%d"))", "bad argument #2 to 'string.format' (no value)"},
      {R"(string.format("%y", 1))", "invalid format specifier '%y'"},
      {R"(string.format("%5.2y", 1))", "invalid format specifier '%5.2y'"},
      {R"(string.format("%*d", 1))", "invalid format specifier '%*'"},
      {R"(string.format("%5%"))", "invalid format specifier '%5%'"},
      {R"(string.format("abc%"))", "invalid format string (ends with %)"},
      {R"(string.format("%d", 1e300))", "bad argument #2 to 'string.format' (number has no integer representation)"},
      {R"(string.format("%c", -1))", "bad argument #2 to 'string.format' (value out of range)"},
      {R"(string.format("%999999999999999d", 1))", "string too large"},
  });
}

TEST_F(StringLibrary, Pack) {
  expect({
      {R"(#string.pack("<i2 >I4 z s1", -2, 258, "hi", "abc"), string.packsize("i4 i8"))", "13\t12"},
      {R"(string.unpack("<i2 >I4 z s1", string.pack("<i2 >I4 z s1", -2, 258, "hi", "abc")))", "-2\t258\thi\tabc\t14"},
      {R"(string.unpack("<I2", "\x01\x02\x03\x04", 2))", "770\t4"},
      {R"(string.unpack("d f n", string.pack("d f n", 1.5, -0.25, 1e300)))", "1.5\t-0.25\t1e+300\t21"},
      {R"(string.unpack(">i3", string.pack(">i3", -5)), string.unpack("i16", string.pack("i16", -7)))", "-5\t-7\t17"},
      {R"(string.byte(string.pack("! b i4", 1, 2), 1, -1))", "1\t0\t0\t0\t2\t0\t0\t0"},
      {R"(string.unpack("", ""), string.unpack("b", "a", -1))", "1\t97\t2"},
      {R"(string.unpack("J", "\xff\xff\xff\xff\xff\xff\xff\xff"))", "-1\t9"},
  });
  expect_errors({
      {R"(string.pack("i1", 200))", "bad argument #2 to 'string.pack' (integer overflow)"},
      {R"(string.pack("y", 1))", "bad argument #1 to 'string.pack' (invalid format option 'y')"},
      {R"(string.unpack("i4", "abc"))", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"(string.unpack("z", "abc"))", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"(string.unpack("s1", "\x05abc"))", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"(string.pack("i4", "x"))", "bad argument #2 to 'string.pack' (number expected, got string)"},
      {R"(string.packsize("s"))", "bad argument #1 to 'string.packsize' (variable-length format)"},
  });
}

TEST(StringLimits, TimeLimitStopsLongMatches) {
  for (const char* source : {"string.find(string.rep(\"a\", 100000), \".-.-.-.-b\")",
                             "string.gsub(string.rep(\"a\", 1000000), \"a*a*a*b\", \"\")",
                             "string.match(string.rep(\"(\", 200000), \".-%b()x\")"}) {
    gscript::VM vm({.time_limit = 0.2});
    try {
      vm.run(source);
      FAIL() << source;
    } catch (const gscript::Error& error) {
      EXPECT_EQ(error.kind(), gscript::ErrorKind::time_limit) << source;
    }
  }
}

TEST(StringLimits, MemoryLimit) {
  gscript::VM vm({.memory_limit = 16 << 20});
  const char* sources[] = {"string.rep(\"x\", 1 << 30)",
                           "string.format(\"%1000000000d\", 1)",
                           "string.padLeft(\"x\", 1 << 40)",
                           "string.gsub(string.rep(\"x\", 1 << 16), \"x\", string.rep(\"y\", 1 << 16))",
                           "string.replaceAll(string.rep(\"x\", 1 << 16), \"x\", string.rep(\"y\", 1 << 16))",
                           "string.split(string.rep(\",\", 1 << 22), \",\")"};
  for (const char* source : sources) {
    EXPECT_EQ(vm.run("ok, err := pcall(func() { return " + std::string(source) + " })\nreturn err").to_string(), "out of memory")
        << source;
  }
}

}  // namespace
