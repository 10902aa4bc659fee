// The numbers of string.format against the C library's.
#include "stdlib/string/format_spec.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <string>

namespace gs::stdlib {
namespace {

FormatSpec parse(const std::string& text) {
  FormatSpec spec;
  const char* p = text.data();
  EXPECT_TRUE(parse_format_spec(p, text.data() + text.size(), spec)) << text;
  EXPECT_EQ(p, text.data() + text.size());
  return spec;
}

std::string joined(const FormatSpec& spec, NumberParts& parts) {
  const u64 size = parts.size();
  const u64 padding = u64(spec.width) > size ? u64(spec.width) - size : 0;
  const bool zeros = spec.zero && !spec.left && parts.may_zero_pad;
  if (zeros) parts.leading_zeros += padding;
  std::string text(zeros || spec.left ? 0 : padding, ' ');
  text.append(parts.prefix, parts.prefix_length).append(parts.leading_zeros, '0').append(parts.body);
  text.append(parts.inner_zeros, '0').append(parts.suffix);
  return spec.left ? text.append(padding, ' ') : text;
}

std::string format(const std::string& text, i64 value) {
  const FormatSpec spec = parse(text);
  NumberParts parts;
  lay_out_int(spec, value, parts);
  return joined(spec, parts);
}

std::string format(const std::string& text, f64 value) {
  const FormatSpec spec = parse(text);
  NumberParts parts;
  lay_out_float(spec, value, parts);
  return joined(spec, parts);
}

std::string by_c(const std::string& text, f64 value) {
  char buffer[4096];
  return {buffer, usize(std::snprintf(buffer, sizeof buffer, ("%" + text).c_str(), value))};
}

TEST(FormatSpec, Parses) {
  const FormatSpec spec = parse("-+ #012.34d");
  EXPECT_TRUE(spec.left && spec.plus && spec.space && spec.alternate && spec.zero);
  EXPECT_EQ(spec.width, 12);
  EXPECT_EQ(spec.precision, 34);
  EXPECT_EQ(spec.verb, 'd');
  EXPECT_EQ(parse("d").precision, -1);
  EXPECT_EQ(parse(".f").precision, 0);
  EXPECT_EQ(parse("99999999999999999999999d").width, FormatSpec::kMaxSize);
  FormatSpec unfinished;
  const std::string text = "5.2";
  const char* p = text.data();
  EXPECT_FALSE(parse_format_spec(p, text.data() + text.size(), unfinished));
}

TEST(FormatSpec, Ints) {
  for (const char* flags : {"", "-", "+", " ", "0", "#", "-+", "+0", " 0", "#0", "-#"}) {
    for (const char* size : {"", "1", "8", "25", ".0", ".3", "8.3", "3.8", "25.20"}) {
      for (i64 value : {i64(0), i64(1), i64(42), i64(255), i64(4096), i64(123456789012), std::numeric_limits<i64>::max()}) {
        for (char verb : {'d', 'i', 'x', 'X', 'o'}) {
          const std::string text = std::string(flags) + size;
          char buffer[128];
          const usize length =
              usize(std::snprintf(buffer, sizeof buffer, ("%" + text + "ll" + verb).c_str(), (long long)value));
          // C ignores + and space for x and o; here every int has a sign.
          const bool is_signed = verb == 'd' || verb == 'i';
          if (!is_signed && text.find_first_of("+ ") != text.npos) continue;
          EXPECT_EQ(format(text + verb, value), std::string(buffer, length)) << text << verb << " " << value;
        }
      }
    }
  }
  EXPECT_EQ(format("x", i64(-255)), "-ff");
  EXPECT_EQ(format("#X", i64(-255)), "-0XFF");
  EXPECT_EQ(format("08x", i64(-255)), "-00000ff");
  EXPECT_EQ(format("d", std::numeric_limits<i64>::min()), "-9223372036854775808");
  EXPECT_EQ(format("x", std::numeric_limits<i64>::min()), "-8000000000000000");
  EXPECT_EQ(format("05d", i64(-42)), "-0042");
  EXPECT_EQ(format("u", i64(-1)), "-1");
}

TEST(FormatSpec, FloatsAsInC) {
  std::mt19937_64 random(99);
  const f64 fixed[] = {0.0,   -0.0,   1.0,   0.5,   2.5,    1e21,  123456.0, 999999.5, 0.0001, 0.00001234, 1e300, 5e-324,
                       1e-310, 3.14159, 1.0 / 3, 1e15, 1234567.0, 0.1,   99999.95, 2e-308};
  for (const char* flags : {"", "-", "+", " ", "0", "#", "+0", "#0"}) {
    for (const char* size : {"", "12", ".0", ".1", ".3", "20.10", ".17", ".40", ".400", "1500.1200"}) {
      for (char verb : {'f', 'e', 'E', 'g', 'G', 'a', 'A'}) {
        const std::string text = std::string(flags) + size + verb;
        if ((verb | 0x20) == 'g' && text.find('.') == text.npos) continue;
        for (f64 value : fixed) ASSERT_EQ(format(text, value), by_c(text, value)) << text << " " << value;
        for (int i = 0; i < 20; i++) {
          const f64 value = std::bit_cast<f64>(random());
          if (std::isfinite(value)) ASSERT_EQ(format(text, value), by_c(text, value)) << text << " " << value;
        }
      }
    }
  }
}

TEST(FormatSpec, ShortestGeneral) {
  EXPECT_EQ(format("g", 0.0001), "0.0001");
  EXPECT_EQ(format("g", 0.00001), "1e-05");
  EXPECT_EQ(format("g", 100000.0), "100000");
  EXPECT_EQ(format("g", 1000000.0), "1e+06");
  EXPECT_EQ(format("g", 123456.789), "123456.789");
  EXPECT_EQ(format("g", 0.1), "0.1");
  EXPECT_EQ(format("G", 1e-10), "1E-10");
  EXPECT_EQ(format("g", 1.0), "1");
  EXPECT_EQ(format("+g", -0.0), "-0");
  EXPECT_EQ(format(".3g", 1234567.0), "1.23e+06");
}

TEST(FormatSpec, NotFinite) {
  const f64 inf = std::numeric_limits<f64>::infinity();
  EXPECT_EQ(format("f", inf), "+Inf");
  EXPECT_EQ(format("08.3f", -inf), "    -Inf");
  EXPECT_EQ(format("-6g", std::nan("")), "NaN   ");
  EXPECT_EQ(format("+e", std::nan("")), "NaN");
}

}  // namespace
}  // namespace gs::stdlib
