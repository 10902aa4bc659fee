// The library `json` as scripts see it.
#include <gtest/gtest.h>

#include <string>

#include "gscript/gscript.hpp"

namespace {

struct Case {
  const char* source;
  const char* output;
};

class JsonLibrary : public testing::Test {
 protected:
  std::string print(std::string_view arguments) {
    written_.clear();
    vm_.run("print(" + std::string(arguments) + ")");
    if (!written_.empty()) written_.pop_back();
    return written_;
  }
  template <size_t N>
  void expect(const Case (&cases)[N]) {
    for (const Case& c : cases) EXPECT_EQ(print(c.source), c.output) << c.source;
  }

  std::string written_;
  gscript::VM vm_{{.print = [this](std::string_view text) { written_ += text; }}};
};

TEST_F(JsonLibrary, Encode) {
  expect({
      {R"(json.encode({a: {1, 2.5, true}, b: "x<y", c: {}, d: {1, nil, 3.0}}))",
       R"({"a":[1,2.5,true],"b":"x\u003cy","c":{},"d":[1,null,3]})"},
      {R"(json.encode(nil), json.encode(1e21), json.encode(1e-7), json.encode(0.0 / 0), json.encode("é\n"))",
       "null\t1e+21\t1e-7\tnull\t\"é\\n\""},
      {R"(json.encode({[1]: "a", x: 1}), json.encode({b: 1, a: 2, [true]: 3, [0]: 4, [1.5]: 5}))",
       R"({"1":"a","x":1})"
       "\t"
       R"({"0":4,"1.5":5,"a":2,"b":1,"true":3})"},
      {R"(json.encode({{{}}, {1, {2}}}))", "[[{}],[1,[2]]]"},
      {R"(json.encode(setmetatable({1}, {__index: {2}})), json.encode(math.mininteger))", "[1]\t-9223372036854775808"},
  });
}

TEST_F(JsonLibrary, EncodeErrors) {
  vm_.run(R"(
func nest(n) { t := {} for i := 1; i < n; i++ { t = {t} } return t }
cycle := {a: {b: {}}}
cycle.a.b.c = cycle.a
self := {}
self[1] = self
long := {}
tail := long
for i := 0; i < 5000; i++ { tail[1] = {} tail = tail[1] }
tail[1] = long)");
  expect({
      {"select(2, pcall(json.encode, print))", "json.encode: cannot encode a function value"},
      {"select(2, pcall(json.encode, {[{}]: 1}))", "json.encode: cannot encode a table key"},
      {"select(2, pcall(json.encode, cycle))", "json.encode: cyclic table"},
      {"select(2, pcall(json.encode, self))", "json.encode: cyclic table"},
      {"select(2, pcall(json.encode, long))", "json.encode: cyclic table"},
      {"#json.encode(nest(10000))", "20000"},
      {"select(2, pcall(json.encode, nest(10001)))", "json.encode: nesting too deep"},
      {R"(json.encode({self.x, #self}))", "[null,1]"},
  });
}

TEST_F(JsonLibrary, Pretty) {
  expect({
      {R"(json.pretty({k: {1}}))", "{\n  \"k\": [\n    1\n  ]\n}"},
      {R"(json.pretty({a: {}, b: 1}, "\t"), json.pretty(5))", "{\n\t\"a\": {},\n\t\"b\": 1\n}\t5"},
  });
}

TEST_F(JsonLibrary, Decode) {
  vm_.run(R"(
func keys(t) { out := {} for k := range t { append(out, k) } return table.concat(out, ",") })");
  expect({
      {R"(json.decode("[1, 2.0, -3e2, 12345678901234567890]")[1], math.type(json.decode("[2.0]")[1]))", "1\tfloat"},
      {R"(json.decode("12345678901234567890"), json.decode("-0"), json.decode("9223372036854775807"))",
       "12345678901234567000.0\t0\t9223372036854775807"},
      {R"(#json.decode("[1,null,3]"), #json.decode("[1,null]"), json.decode("null"), #json.decode("[]"))", "3\t1\tnil\t0"},
      {R"(keys(json.decode("{\"z\":1,\"a\":2,\"m\":3,\"z\":4}")), json.decode("{\"z\":1,\"z\":4}").z)", "z,a,m\t4"},
      {R"(json.decode("\"a\\u00e9\\n\\/\\ud83d\\ude00\\u0000\"") == "aé\n/😀\0", json.decode(" \t\r\n true "))", "true\ttrue"},
      {R"(json.encode(json.decode("{\"a\":[{\"b\":[[],{}]},\"x\"],\"c\":{\"d\":null}}")))",
       R"({"a":[{"b":[{},{}]},"x"],"c":{}})"},
      {R"(json.decode("\"" .. string.rep("abc é ", 1000) .. "\"") == string.rep("abc é ", 1000))", "true"},
  });
}

TEST_F(JsonLibrary, DecodeErrors) {
  expect({
      {R"(json.decode("[1,"))", "nil\tjson.decode: unexpected end of text at byte 4"},
      {R"(json.decode(""))", "nil\tjson.decode: unexpected end of text at byte 1"},
      {R"(json.decode("{\"a\" 1}"))", "nil\tjson.decode: unexpected character at byte 6"},
      {R"(json.decode("1 2"))", "nil\tjson.decode: unexpected text after the value at byte 3"},
      {R"(json.decode("1e999"))", "nil\tjson.decode: number out of range at byte 1"},
      {R"(json.decode("\"\\ud800\""))", "nil\tjson.decode: lone surrogate at byte 2"},
      {R"(json.decode("\"\xff\""))", "nil\tjson.decode: invalid UTF-8 at byte 2"},
      {R"(json.decode("\"a\nb\""))", "nil\tjson.decode: control character in string at byte 3"},
      {R"(json.decode(string.rep("[", 10001)))", "nil\tjson.decode: nesting too deep at byte 10001"},
      {R"(select(2, pcall(json.decode, 5)))", "bad argument #1 to 'json.decode' (string expected, got number)"},
  });
  for (const char* text : {"01", "+1", ".5", "1.", "1e", "-", "tru", "nul", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "[1 2]", "\"a",
                           "\"\\x\"", "{", "[", "]", "NaN", "Infinity", "0x10", "// c", "\"\\u12\"", "\"\\", "\"\\u"}) {
    vm_.set("text", text);
    EXPECT_EQ(print("(json.decode(text))"), "nil") << text;
  }
  EXPECT_EQ(print("#json.encode(json.decode(string.rep(\"[\", 10000) .. string.rep(\"]\", 10000)))"), "20000");
}

}  // namespace
