// The text of numbers and the reading of numeric strings (language 3.3, 3.4).
#include "prim/number_text.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace gs::prim {
namespace {

std::string text_of(i64 value) {
  char buffer[kMaxNumberText];
  return {buffer, format_int(value, buffer)};
}

std::string text_of(f64 value) {
  char buffer[kMaxNumberText];
  return {buffer, format_float(value, buffer)};
}

TEST(NumberText, Ints) {
  EXPECT_EQ(text_of(i64(0)), "0");
  EXPECT_EQ(text_of(i64(-1)), "-1");
  EXPECT_EQ(text_of(std::numeric_limits<i64>::max()), "9223372036854775807");
  EXPECT_EQ(text_of(std::numeric_limits<i64>::min()), "-9223372036854775808");
  i64 power = 1;
  for (int digits = 1; digits <= 18; digits++, power *= 10) {
    EXPECT_EQ(text_of(power), std::to_string(power));
    EXPECT_EQ(text_of(power - 1), std::to_string(power - 1));
    EXPECT_EQ(text_of(-power * 3 - 7), std::to_string(-power * 3 - 7));
  }
}

struct FloatCase {
  f64 value;
  const char* text;
};

TEST(NumberText, FloatLayout) {
  const FloatCase cases[] = {
      {1.0, "1.0"}, {0.0, "0.0"}, {-0.0, "-0.0"}, {0.1, "0.1"}, {-1.5, "-1.5"}, {1000000.0, "1000000.0"},
      {123456789.125, "123456789.125"}, {1e20, "100000000000000000000.0"}, {1e21, "1e+21"}, {0.0001, "0.0001"},
      {0.00001, "1e-05"}, {0.00012345, "0.00012345"}, {1.5e300, "1.5e+300"}, {1e100, "1e+100"}, {-1e-7, "-1e-07"},
      {9.5e-5, "9.5e-05"}, {1.2345678901234567e20, "123456789012345670000.0"}, {9007199254740992.0, "9007199254740992.0"},
      {9007199254740991.0, "9007199254740991.0"}, {9223372036854775808.0, "9223372036854776000.0"},
      {0.30000000000000004, "0.30000000000000004"}, {999999999999999868928.0, "999999999999999900000.0"},
  };
  for (const FloatCase& c : cases) EXPECT_EQ(text_of(c.value), c.text);
  EXPECT_EQ(text_of(std::numeric_limits<f64>::infinity()), "+Inf");
  EXPECT_EQ(text_of(-std::numeric_limits<f64>::infinity()), "-Inf");
  EXPECT_EQ(text_of(std::numeric_limits<f64>::quiet_NaN()), "NaN");
  EXPECT_EQ(text_of(-std::numeric_limits<f64>::quiet_NaN()), "NaN");
}

// Doubles on which shortest printers have been wrong: boundaries of binades, subnormals, halfway decimals.
TEST(NumberText, HardFloats) {
  const FloatCase cases[] = {
      {5e-324, "5e-324"}, {1e-323, "1e-323"}, {1.5e-323, "1.5e-323"}, {2.2250738585072014e-308, "2.2250738585072014e-308"},
      {2.225073858507201e-308, "2.225073858507201e-308"}, {1.7976931348623157e308, "1.7976931348623157e+308"},
      {9007199254740993.0, "9007199254740992.0"}, {1e23, "1e+23"}, {9.999999999999997e22, "9.999999999999997e+22"},
      {8.41e21, "8.41e+21"}, {2e-323, "2e-323"}, {9.5367431640625e-07, "9.5367431640625e-07"},
      {4.35, "4.35"}, {0.000035, "3.5e-05"}, {1.0e-5, "1e-05"}, {2.0e-3, "0.002"}, {5e-310, "5e-310"},
      {9.007199254740992e15, "9007199254740992.0"}, {4.1855804968213567e298, "4.185580496821357e+298"},
      {5.5626846462680035e-309, "5.562684646268003e-309"}, {2.098e21, "2.098e+21"}, {6.9294956446009195e15, "6929495644600920.0"},
      {1.2999999999999999e154, "1.3e+154"}, {4.9406564584124654e-324, "5e-324"}, {3.5844466002796428e298, "3.5844466002796428e+298"},
      {1.9430376160308388e16, "19430376160308388.0"}, {7.205759403792794e16, "72057594037927940.0"},
  };
  for (const FloatCase& c : cases) EXPECT_EQ(text_of(c.value), c.text);
}

void expect_round_trip(f64 value) {
  const std::string text = text_of(value);
  const ParsedNumber read = parse_number(text);
  ASSERT_EQ(read.kind, NumberKind::kFloat) << text;
  ASSERT_EQ(std::bit_cast<u64>(read.as_float), std::bit_cast<u64>(value)) << text;
}

TEST(NumberText, RandomBitsRoundTrip) {
  std::mt19937_64 random(20260101);
  for (int i = 0; i < 200000; i++) {
    const f64 value = std::bit_cast<f64>(random());
    if (std::isfinite(value)) expect_round_trip(value);
    expect_round_trip(f64(i64(random() >> (i % 60))) / 1000.0);
  }
  for (u64 multiple = 1; multiple < 3000; multiple++) expect_round_trip(std::bit_cast<f64>(multiple));
  for (int exponent = -1074; exponent < 1024; exponent++) {
    const f64 power = std::ldexp(1.0, exponent);
    expect_round_trip(power);
    expect_round_trip(std::nextafter(power, 0.0));
    expect_round_trip(std::nextafter(power, 4e307));
  }
}

TEST(NumberText, DigitsAreShortest) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; i++) {
    const f64 value = std::fabs(std::bit_cast<f64>(random()));
    if (!std::isfinite(value)) continue;
    const Decimal decimal = shortest_decimal(value);
    if (decimal.count == 1) continue;
    char shorter[64];
    snprintf(shorter, sizeof shorter, "%.*e", int(decimal.count) - 2, value);
    EXPECT_NE(std::strtod(shorter, nullptr), value);
  }
}

TEST(NumberText, OtherLayouts) {
  auto laid_out = [](f64 value, DecimalLayout layout) {
    char buffer[kMaxNumberText];
    return std::string(buffer, layout_decimal(shortest_decimal(value), layout, buffer));
  };
  EXPECT_EQ(laid_out(1e-7, {-6, 21, 1}), "1e-7");
  EXPECT_EQ(laid_out(0.000001, {-6, 21, 1}), "0.000001");
  EXPECT_EQ(laid_out(1e6, {-4, 6, 2}), "1e+06");
  EXPECT_EQ(laid_out(-0.0, {-4, 6, 2}), "-0");
  EXPECT_EQ(laid_out(123456, {-4, 6, 2}), "123456");
}

std::string read(std::string_view text) {
  const ParsedNumber number = parse_number(text);
  switch (number.kind) {
    case NumberKind::kNone: return "none";
    case NumberKind::kInt: return text_of(number.as_int);
    case NumberKind::kFloat: return text_of(number.as_float);
  }
  return "";
}

TEST(NumberText, ReadsInts) {
  EXPECT_EQ(read("0"), "0");
  EXPECT_EQ(read("10"), "10");
  EXPECT_EQ(read("-2"), "-2");
  EXPECT_EQ(read("+4"), "4");
  EXPECT_EQ(read("-0"), "0");
  EXPECT_EQ(read("010"), "10");
  EXPECT_EQ(read("1_000_000"), "1000000");
  EXPECT_EQ(read("0x10"), "16");
  EXPECT_EQ(read("0X_fF"), "255");
  EXPECT_EQ(read("-0xff"), "-255");
  EXPECT_EQ(read("0b11"), "3");
  EXPECT_EQ(read("0o_17"), "15");
  EXPECT_EQ(read("0xffffffffffffffff"), "-1");
  EXPECT_EQ(read("0x0000ffffffffffffffff"), "-1");
  EXPECT_EQ(read("0x1ffffffffffffffff"), "none");
  EXPECT_EQ(read("0o1777777777777777777777"), "-1");
  EXPECT_EQ(read("0o2000000000000000000000"), "none");
  EXPECT_EQ(read("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(read("9223372036854775808"), "9223372036854776000.0");
  EXPECT_EQ(read("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(read("-9223372036854775809"), "-9223372036854776000.0");
  EXPECT_EQ(read("9_223372036854775_808"), "9223372036854776000.0");
  EXPECT_EQ(read("123456789012345678901234567890"), "1.2345678901234568e+29");
  EXPECT_EQ(read("000000000000000000000000000007"), "7");
}

TEST(NumberText, ReadsFloats) {
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(read("-.5e1"), "-5.0");
  EXPECT_EQ(read("5."), "5.0");
  EXPECT_EQ(read("5.e3"), "5000.0");
  EXPECT_EQ(read("1e2"), "100.0");
  EXPECT_EQ(read("1E+2"), "100.0");
  EXPECT_EQ(read("1_0.2_5e1_0"), "102500000000.0");
  EXPECT_EQ(read("-0.0"), "-0.0");
  EXPECT_EQ(read("0x1p4"), "16.0");
  EXPECT_EQ(read("0x1.8P+1"), "3.0");
  EXPECT_EQ(read("0x1.p-1"), "0.5");
  EXPECT_EQ(read("0x_1_0p0"), "16.0");
  EXPECT_EQ(read("0x1.8"), "none");
  EXPECT_EQ(read("0x.8p1"), "none");
  EXPECT_EQ(read("0x1p-1074"), "5e-324");
  EXPECT_EQ(read("0x1p-1075"), "0.0");
  EXPECT_EQ(read("0x1.8p-1075"), "5e-324");
  EXPECT_EQ(read("0x1p1024"), "none");
  EXPECT_EQ(read("inf"), "+Inf");
  EXPECT_EQ(read("-Infinity"), "-Inf");
  EXPECT_EQ(read("INF"), "+Inf");
  EXPECT_EQ(read("NaN"), "NaN");
  EXPECT_EQ(read("-nan"), "NaN");
  EXPECT_EQ(read("1e400"), "none");
  EXPECT_EQ(read("-1e400"), "none");
  EXPECT_EQ(read("1e-400"), "0.0");
  EXPECT_EQ(read("-1e-400"), "-0.0");
  EXPECT_EQ(read("1e99999999999999999999"), "none");
  EXPECT_EQ(read("0e99999999999999999999"), "0.0");
  EXPECT_EQ(read("1" + std::string(400, '0') + "e-400"), "1.0");
  EXPECT_EQ(read("0." + std::string(400, '0') + "1e401"), "1.0");
  EXPECT_EQ(read("0." + std::string(400, '0') + "1"), "0.0");
  EXPECT_EQ(read("1" + std::string(400, '0')), "none");
  EXPECT_EQ(read("1_0" + std::string(5000, '0') + "e-5001"), "1.0");
}

// A digit far behind decides between two doubles; with an underscore the bounded form must decide the same.
TEST(NumberText, ReadsHalfwayCases) {
  const std::string half = "9007199254740993";  // between ...992 and ...994
  EXPECT_EQ(read(half + ".0"), "9007199254740992.0");
  EXPECT_EQ(read(half + "." + std::string(2000, '0')), "9007199254740992.0");
  EXPECT_EQ(read(half + "." + std::string(2000, '0') + "1"), "9007199254740994.0");
  EXPECT_EQ(read("9_007199254740993." + std::string(2000, '0')), "9007199254740992.0");
  EXPECT_EQ(read("9_007199254740993." + std::string(2000, '0') + "1"), "9007199254740994.0");
  EXPECT_EQ(read("0x_20000000000001p0"), "9007199254740992.0");
  EXPECT_EQ(read("0x_20000000000001." + std::string(1000, '0') + "1p0"), "9007199254740994.0");
}

TEST(NumberText, SkipsWhiteSpace) {
  EXPECT_EQ(read(" 7 "), "7");
  EXPECT_EQ(read("\t8\n"), "8");
  EXPECT_EQ(read("\u00a0" "9\u3000"), "9");
  EXPECT_EQ(read("\u2028 -1.5\u0085"), "-1.5");
}

TEST(NumberText, RejectsOtherText) {
  for (const char* text : {"", " ", "+", "-", ".", "e5", "abc", "1 2", "12ab", "1e", "1e+", "0x", "0b12", "0o8", "1__0", "1_", "_1",
                           "0x__1", "1_.5", "1._5", "1e_5", "--1", "- 1", "1.2.3", "0b", "infx", "in", "nanx", "0x1p", "1f",
                           "0b1.1", "0b1e1", "\xff", "1\xff", "5..", "._5"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(read(std::string_view("1\0", 2)), "none");
}

}  // namespace
}  // namespace gs::prim
