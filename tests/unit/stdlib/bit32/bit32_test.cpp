// The library `bit32` as scripts see it.
#include <gtest/gtest.h>

#include <string>

#include "gscript/gscript.hpp"

namespace {

struct Case {
  const char* source;
  const char* output;
};

TEST(Bit32Library, Results) {
  std::string written;
  gscript::VM vm({.print = [&](std::string_view text) { written += text; }});
  const Case cases[] = {
      {"bit32.band(), bit32.bor(), bit32.bxor(), bit32.bnot(0)", "4294967295\t0\t0\t4294967295"},
      {"bit32.band(0xff0, 0x0ff), bit32.bor(1, 2, 4), bit32.bxor(5, 1), bit32.band(-1, 1 << 40)", "240\t7\t4\t0"},
      {"bit32.lshift(1, 31), bit32.lshift(1, 32), bit32.lshift(8, -2), bit32.rshift(-1, 28)", "2147483648\t0\t2\t15"},
      {"bit32.rshift(1, -4), bit32.arshift(-8, 1), bit32.arshift(0x80000000, 31), bit32.lshift(1, math.mininteger)",
       "16\t-4\t-1\t0"},
      {"bit32.test(5, 2), bit32.set(0, 31), bit32.clear(7, 1), bit32.toggle(7, 0)", "true\t2147483648\t5\t6"},
      {"bit32.extract(0xABCD, 4, 8), bit32.replace(0xABCD, 0, 4, 8)", "188\t40973"},
      {"bit32.countbits(255), bit32.highbit(256), bit32.highbit(0)", "8\t8\t-1"},
      {"bit32.toHex(255), bit32.toHex(255, 4), bit32.toHex(0), bit32.toHex(-1)", "0xFF\t0x00FF\t0x0\t0xFFFFFFFF"},
      {"select(2, pcall(bit32.test, 1, 32))", "bad argument #2 to 'bit32.test' (position out of range)"},
      {"select(2, pcall(bit32.extract, 1, 30, 3))", "bad argument #2 to 'bit32.extract' (position out of range)"},
      {"select(2, pcall(bit32.replace, 1, 1, -1, 3))", "bad argument #3 to 'bit32.replace' (position out of range)"},
      {"select(2, pcall(bit32.bnot, {}))", "bad argument #1 to 'bit32.bnot' (number expected, got table)"},
  };
  for (const Case& c : cases) {
    written.clear();
    vm.run("print(" + std::string(c.source) + ")");
    EXPECT_EQ(written, std::string(c.output) + "\n") << c.source;
  }
}

}  // namespace
