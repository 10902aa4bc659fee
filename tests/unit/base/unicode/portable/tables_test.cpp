// The tables of builds without utf8proc against the properties of this build, for every code point.
#include "base/unicode/portable/tables.hpp"

#include <gtest/gtest.h>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace gs {
namespace {

TEST(UnicodeTables, ClassesAgree) {
  auto runs = unicode::class_runs();
  for (usize i = 0; i < runs.size(); i++) {
    const u32 end = i + 1 < runs.size() ? runs[i + 1] >> 8 : kMaxCodePoint + 1;
    for (u32 code = runs[i] >> 8; code < end; code++) {
      if (is_scalar(code)) ASSERT_EQ(char_class(code), CharClass(runs[i] & 0xFF)) << std::hex << code;
    }
  }
}

void expect_mapping(std::span<const unicode::CaseRun> runs, u32 (*mapped)(u32)) {
  u32 expected = 0;
  for (const unicode::CaseRun& run : runs) {
    for (; expected < run.first; expected++) ASSERT_EQ(mapped(expected), expected) << std::hex << expected;
    for (; expected <= run.last; expected++) {
      const bool maps = (expected - run.first) % run.step == 0;
      ASSERT_EQ(mapped(expected), maps ? u32(i32(expected) + run.delta) : expected) << std::hex << expected;
    }
  }
  for (; expected <= kMaxCodePoint; expected++) ASSERT_EQ(mapped(expected), expected) << std::hex << expected;
}

TEST(UnicodeTables, CaseAgrees) {
  expect_mapping(unicode::upper_runs(), to_upper);
  expect_mapping(unicode::lower_runs(), to_lower);
}

TEST(UnicodeTables, BeyondUnicode) {
  EXPECT_EQ(char_class(kMaxCodePoint + 1), CharClass::kOther);
  EXPECT_EQ(to_upper(kMaxCodePoint + 1), kMaxCodePoint + 1);
  EXPECT_EQ(to_lower(0xFFFFFFFF), 0xFFFFFFFF);
}

}  // namespace
}  // namespace gs
