#include "vm/object/string.hpp"

#include <gtest/gtest.h>

#include "vm/runtime/vm.hpp"

namespace gs::vm {
namespace {

class StringTest : public testing::Test {
 protected:
  Vm vm{VmOptions{}};
};

TEST_F(StringTest, ShortStringsOfTheSameContentAreOneObject) {
  EXPECT_EQ(vm.string("hello"), vm.string("hello"));
  EXPECT_NE(vm.string("hello"), vm.string("hellp"));
  std::string at_limit(String::kMaxInterned, 'x');
  EXPECT_EQ(vm.string(at_limit), vm.string(at_limit));
}

TEST_F(StringTest, LongStringsAreEqualByContent) {
  std::string text(1000, 'y');
  String *a = vm.string(text), *b = vm.string(text);
  EXPECT_NE(a, b);
  EXPECT_TRUE(strings_equal(a, b));
  EXPECT_EQ(string_hash(a, 5), string_hash(b, 5));
}

TEST_F(StringTest, ConcatenationInALoopIsRightAtEveryStep) {
  std::string expected;
  String* s = vm.string("");
  for (int i = 0; i < 3000; i++) {
    std::string piece = std::to_string(i) + ",";
    expected += piece;
    s = concat_strings(vm, s, vm.string(piece));
    ASSERT_NE(s, nullptr);
    if (i % 500 == 0) EXPECT_EQ(view(s), expected);
  }
  EXPECT_EQ(view(s), expected);
}

TEST_F(StringTest, TwoContinuationsOfOneStringDoNotMeet) {
  String* base = concat_strings(vm, vm.string(std::string(100, 'b')), vm.string("!"));
  base = concat_strings(vm, base, vm.string("+"));
  String* left = concat_strings(vm, base, vm.string("left"));
  String* right = concat_strings(vm, base, vm.string("right"));
  EXPECT_EQ(view(left), std::string(100, 'b') + "!+left");
  EXPECT_EQ(view(right), std::string(100, 'b') + "!+right");
  EXPECT_EQ(view(base), std::string(100, 'b') + "!+");
}

TEST_F(StringTest, OrderIsBytewiseUnsigned) {
  EXPECT_LT(compare_strings(vm.string("Z"), vm.string("a")), 0);
  EXPECT_LT(compare_strings(vm.string("a"), vm.string("ab")), 0);
  EXPECT_LT(compare_strings(vm.string("a"), vm.string("\xff")), 0);
  EXPECT_EQ(compare_strings(vm.string("same"), vm.string("same")), 0);
}

}  // namespace
}  // namespace gs::vm
