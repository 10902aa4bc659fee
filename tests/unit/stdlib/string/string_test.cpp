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
      {R"gs(string.len("a\0b"), ("abc"):len())gs", "3\t3"},
      {R"gs(string.sub("hello", -3), string.sub("hello", 2, 3), string.sub("hello", 0), string.sub("hello", 4, 2) .. "|")gs",
       "llo\tel\thello\t|"},
      {R"gs(string.sub("hello", -100, 2), string.sub("hello", 2, 100), string.sub("hi", 3) .. "|")gs", "he\tello\t|"},
      {R"gs(string.byte("abc"), string.byte("abc", -1), string.byte("abc", 1, 3))gs", "97\t99\t97\t98\t99"},
      {R"gs(string.byte("abc", 4), string.byte("", 1), string.byte("abc", 3, 2), string.byte("abc", 0))gs", "nil\tnil\tnil\tnil"},
      {R"gs(string.char(72, 105) .. string.char())gs", "Hi"},
      {R"gs(string.rep("ab", 3), string.rep("ab", 3, "-"), string.rep("x", 0) .. "|", string.repeat("ab", 2))gs",
       "ababab\tab-ab-ab\t|\tabab"},
      {R"gs(#string.rep("abc", 1000), #string.rep("abc", 1000, ", "), string.rep("ab", 40, "+") == ("ab+"):rep(39) .. "ab")gs",
       "3000\t4998\ttrue"},
      {R"gs(string.hasPrefix("hello", "he"), string.hasSuffix("hello", "lo"), string.contains("hello", "z"))gs",
       "true\ttrue\tfalse"},
      {R"gs(string.count("cheese", "e"), string.count("aaaa", "aa"), string.count("añb", ""))gs", "3\t2\t4"},
      {R"gs(string.isNumeric("0x10"), string.isNumeric(" 1e3 "), string.isNumeric("12a"))gs", "true\ttrue\tfalse"},
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
      {R"gs(string.upper("abc1"), string.lower("ABC1"), ("ñß"):upper(), string.lower("ÀB"))gs", "ABC1\tabc1\tÑß\tàb"},
      {R"gs(string.upper(string.rep("ab", 100)) == string.rep("AB", 100))gs", "true"},
      {R"gs(string.title("hello wORLD  élan"), string.reverse("añb"), string.reverse("") .. "|")gs", "Hello WORLD  Élan\tbña\t|"},
  });
}

TEST_F(StringLibrary, Parts) {
  expect({
      {R"gs(table.concat(string.split("a,b,,c", ","), "|"), #string.split("", ","), table.concat(string.split("añb", ""), "|"))gs",
       "a|b||c\t1\ta|ñ|b"},
      {R"gs(#string.split("", ""), table.concat(("a--b"):split("--"), "|"))gs", "0\ta|b"},
      {R"gs(string.join({1, 2.5, "x", true}, "-"), string.join({}) .. "|")gs", "1-2.5-x-true\t|"},
      {R"gs(string.trim("  x \u3000") .. "|", string.trimLeft("  x ") .. "|", string.trimRight("  x ") .. "|")gs", "x|\tx |\t  x|"},
      {R"gs(string.trim("xxaxx", "x"), string.trim("ééaéb", "éb"), string.trimRight("abc", "cb"), string.trim("abc", ""))gs",
       "a\ta\ta\tabc"},
      {R"gs(string.replaceAll("a.b.c", ".", "-"), string.replaceAll("añ", "", "|"), string.replaceAll("", "", "x"))gs",
       "a-b-c\t|a|ñ|\tx"},
      {R"gs(string.padLeft("7", 3, "0"), string.padRight("ab", 5, "xyz"), string.padLeft("abcdef", 3), string.padRight("abcdef", 3))gs",
       "007\tabxyz\tdef\tabc"},
      {R"gs(string.padLeft("7", 4, "ab"), string.padLeft("x", -1) .. "|")gs", "aba7\t|"},
  });
  expect_errors({
      {R"gs(string.padLeft("x", 3, ""))gs", "bad argument #3 to 'string.padLeft' (empty padding)"},
      {R"gs(string.padRight("x", 1 << 50))gs", "string too large"},
      {R"gs(string.join(5))gs", "bad argument #1 to 'string.join' (table expected, got number)"},
  });
}

TEST_F(StringLibrary, Find) {
  expect({
      {R"gs(string.find("hello world", "o w"))gs", "5\t7"},
      {R"gs(string.find("a.b", ".", 1, true))gs", "2\t2"},
      {R"gs(string.find("hello", "l", -1), string.find("hello", "", 6), string.find("hello", "", 7))gs", "nil\t6\tnil"},
      {R"gs(string.find("hello", "(l)(l)"))gs", "3\t4\tl\tl"},
      {R"gs(string.find("hello", "()ll()"))gs", "3\t4\t3\t5"},
      {R"gs(string.find("", ""))gs", "1\t0"},
      {R"gs(string.match("2024-03-11", "(%d+)-(%d+)-(%d+)"))gs", "2024\t03\t11"},
      {R"gs(string.match("hello", "l+"), string.match("hello", "z"), string.match("hello", "()", 3))gs", "ll\tnil\t3"},
      {R"gs(string.match("  trim  ", "^%s*(.-)%s*$") .. "|")gs", "trim|"},
  });
  expect_errors({
      {R"gs(string.find("x", "[a"))gs", "malformed pattern (missing ']')"},
      {R"gs(string.match("x", "%"))gs", "malformed pattern (ends with '%')"},
      {R"gs(string.find("x", string.rep("a?", 300)))gs", "pattern too complex"},
      {R"gs(string.find("x"))gs", "bad argument #2 to 'string.find' (string expected, got nil)"},
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
      {R"gs(all("a=1, b=2", "(%w+)=(%w+)"))gs", "[a,1][b,2]"},
      {R"gs(all("one two", "%a+"))gs", "[one,nil][two,nil]"},
      {R"gs(all("abc", "%w*"))gs", "[abc,nil]"},
      {R"gs(all("ab", ""))gs", "[,nil][,nil][,nil]"},
      {R"gs(all("a^b^", "^b"))gs", "[^b,nil]"},
      {R"gs(all("xay", "()a()"))gs", "[2,3]"},
  });
}

TEST_F(StringLibrary, Gsub) {
  expect({
      {R"gs(string.gsub("hello world", "o", "0"))gs", "hell0 w0rld\t2"},
      {R"gs(string.gsub("hello world", "%w+", "<%0>", 1))gs", "<hello> world\t1"},
      {R"gs(string.gsub("hello", "", "-"))gs", "-h-e-l-l-o-\t6"},
      {R"gs(string.gsub("abc", "%w*", "x"))gs", "x\t1"},
      {R"gs(string.gsub("abc", "b*", "x"))gs", "xaxcx\t3"},
      {R"gs(string.gsub("abc", "(a)(b)", "%2%1%%"))gs", "ba%c\t1"},
      {R"gs(string.gsub("abc", "%w", "%1%1"))gs", "aabbcc\t3"},
      {R"gs(string.gsub("hello", "l", {l: "L"}))gs", "heLLo\t2"},
      {R"gs(string.gsub("abc", "%w", {a: 1, b: false, c: 2.5}))gs", "1b2.5\t3"},
      {R"gs(string.gsub("abc", "%w", setmetatable({}, {__index: func(t, k) { return k .. k }})))gs", "aabbcc\t3"},
      {R"gs(string.gsub("abc", "%w", func(c) { if c == "b" { return false } return c:upper() }))gs", "AbC\t3"},
      {R"gs(string.gsub("abc", "()", "%1"))gs", "1a2b3c4\t4"},
      {R"gs(string.gsub("aaa", "^a", "b"))gs", "baa\t1"},
      {R"gs(string.gsub("abc", "x", "y"))gs", "abc\t0"},
      {R"gs(string.gsub("abc", "b", "x", 0))gs", "abc\t0"},
  });
  expect_errors({
      {R"gs(string.gsub("a", "a", "%2"))gs", "invalid capture index %2"},
      {R"gs(string.gsub("a", "a", "%x"))gs", "invalid use of '%' in replacement string"},
      {R"gs(string.gsub("a", "a", "%"))gs", "invalid use of '%' in replacement string"},
      {R"gs(string.gsub("a", "a", func(c) { return {} }))gs", "invalid replacement value (a table)"},
      {R"gs(string.gsub("a", "a", 5))gs", "bad argument #3 to 'string.gsub' (string, table or function expected, got number)"},
      {R"gs(string.gsub("a", "a", func(c) { error("mine") }))gs", "mine"},
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
      {R"gs(nested("ab cd"))gs", "a.b. c.d.\t2"},
  });
}

TEST_F(StringLibrary, Format) {
  expect({
      {R"gs(string.format("[%5d|%-5d|%05.1f|%x|%X|%o]", 42, 42, 3.14159, 255, 255, 8))gs", "[   42|42   |003.1|ff|FF|10]"},
      {R"gs(string.format("%s %q %c%c %%", nil, "a\"b\n", 72, 0x4e2d))gs", "nil \"a\\\"b\\n\" H中 %"},
      {R"gs(string.format("%i %d %e %g %a", 7, 3.9, 12345.678, 0.0001, 1.0))gs", "7 3 1.234568e+04 0.0001 0x1p+0"},
      {R"gs(string.format("%10.3s|%-6s|%+d|%.3g", "abcdef", "ab", 5, 1234567.0))gs", "       abc|ab    |+5|1.23e+06"},
      {R"gs(string.format("%.2s|%s|%s", "ñañ", 1.0, true), string.format("%5s|%-5q|", "é", 1))gs", "ña|1.0|true\t   é|\"1\"  |"},
      {R"gs(string.format("%s", setmetatable({}, {__tostring: func(t) { return "me" }})))gs", "me"},
      {R"gs(string.format("%d %s", "10", "x"), string.format(""), string.format("100%%"))gs", "10 x\t\t100%"},
      {R"gs(string.format("%q", "\0\r\\"))gs", "\"\\0\\r\\\\\""},
      {R"gs(string.format("%g %g %f", 1 / 0.0, 0.0 / 0, -1 / 0.0))gs", "+Inf NaN -Inf"},
  });
  expect_errors({
      {R"gs(string.format("%d", "x"))gs", "bad argument #2 to 'string.format' (number expected, got string)"},
      {R"gs(string.format("%s %s", 1))gs", "bad argument #3 to 'string.format' (no value)"},
      {R"gs(string.format("%d"))gs", "bad argument #2 to 'string.format' (no value)"},
      {R"gs(string.format("%y", 1))gs", "invalid format specifier '%y'"},
      {R"gs(string.format("%5.2y", 1))gs", "invalid format specifier '%5.2y'"},
      {R"gs(string.format("%*d", 1))gs", "invalid format specifier '%*'"},
      {R"gs(string.format("%5%"))gs", "invalid format specifier '%5%'"},
      {R"gs(string.format("abc%"))gs", "invalid format string (ends with %)"},
      {R"gs(string.format("%d", 1e300))gs", "bad argument #2 to 'string.format' (number has no integer representation)"},
      {R"gs(string.format("%c", -1))gs", "bad argument #2 to 'string.format' (value out of range)"},
      {R"gs(string.format("%999999999999999d", 1))gs", "string too large"},
  });
}

TEST_F(StringLibrary, Pack) {
  expect({
      {R"gs(#string.pack("<i2 >I4 z s1", -2, 258, "hi", "abc"), string.packsize("i4 i8"))gs", "13\t12"},
      {R"gs(string.unpack("<i2 >I4 z s1", string.pack("<i2 >I4 z s1", -2, 258, "hi", "abc")))gs", "-2\t258\thi\tabc\t14"},
      {R"gs(string.unpack("<I2", "\x01\x02\x03\x04", 2))gs", "770\t4"},
      {R"gs(string.unpack("d f n", string.pack("d f n", 1.5, -0.25, 1e300)))gs", "1.5\t-0.25\t1e+300\t21"},
      {R"gs(string.unpack(">i3", string.pack(">i3", -5)), string.unpack("i16", string.pack("i16", -7)))gs", "-5\t-7\t17"},
      {R"gs(string.byte(string.pack("! b i4", 1, 2), 1, -1))gs", "1\t0\t0\t0\t2\t0\t0\t0"},
      {R"gs(string.unpack("", ""), string.unpack("b", "a", -1))gs", "1\t97\t2"},
      {R"gs(string.unpack("J", "\xff\xff\xff\xff\xff\xff\xff\xff"))gs", "-1\t9"},
  });
  expect_errors({
      {R"gs(string.pack("i1", 200))gs", "bad argument #2 to 'string.pack' (integer overflow)"},
      {R"gs(string.pack("y", 1))gs", "bad argument #1 to 'string.pack' (invalid format option 'y')"},
      {R"gs(string.unpack("i4", "abc"))gs", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"gs(string.unpack("z", "abc"))gs", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"gs(string.unpack("s1", "\x05abc"))gs", "bad argument #2 to 'string.unpack' (data string too short)"},
      {R"gs(string.pack("i4", "x"))gs", "bad argument #2 to 'string.pack' (number expected, got string)"},
      {R"gs(string.packsize("s"))gs", "bad argument #1 to 'string.packsize' (variable-length format)"},
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
