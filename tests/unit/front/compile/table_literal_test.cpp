// Table literals: templates, batches, computed keys between positional values.
#include "compile_support.hpp"

namespace gs::front {
namespace {

TEST(CompileTable, NamesBecomeOneObject) {
  EXPECT_EQ(body_code("return {x: a, y: 2}"),
            "MOVE r3 r0\n"
            "LOADINT r4 2\n"
            "NEWOBJECT r3 r3 k0 ; {x, y}\n"
            "RETURN1 r3\n");
}

TEST(CompileTable, RepeatedNameIsStoredAfterwards) {
  EXPECT_EQ(body_code("return {x: a, x: b}"),
            "MOVE r3 r0\n"
            "NEWOBJECT r3 r3 k0 ; {x}\n"
            "SETFIELD r3 r1 f0 ; .x\n"
            "RETURN1 r3\n");
}

TEST(CompileTable, PositionalValuesGoInBatches) {
  std::string source = "return {0";
  for (int i = 1; i < 70; ++i) source += "," + std::to_string(i);
  const std::string code = body_code(source + "}");
  EXPECT_NE(code.find("NEWTABLE r3 70 0\n"), std::string::npos) << code;
  EXPECT_NE(code.find("SETLIST r3 65 0\n"), std::string::npos) << code;
  EXPECT_NE(code.find("SETLIST r3 7 1\n"), std::string::npos) << code;
}

TEST(CompileTable, LastCallContributesAllItsValues) {
  EXPECT_EQ(body_code("return {a, b()}"),
            "NEWTABLE r3 2 0\n"
            "MOVE r4 r0\n"
            "MOVE r5 r1\n"
            "CALL r5 f0 0 x=1\n"
            "SETLIST r3 0 0\n"
            "RETURN1 r3\n");
}

TEST(CompileTable, ComputedKeyMeetsTheValuesBeforeIt) {
  EXPECT_EQ(body_code("return {a, [b]: c, a}"),
            "NEWTABLE r3 2 1\n"
            "MOVE r4 r0\n"
            "SETLIST r3 2 0\n"
            "SETINDEX r3 r1 r2\n"
            "GETINDEXI r4 r3 1\n"
            "MOVE r5 r0\n"
            "SETLIST r3 3 0\n"
            "RETURN1 r3\n");
}

TEST(CompileTable, NamesBetweenValuesNeedNoStoreInBetween) {
  EXPECT_EQ(body_code("return {a, x: b, c}"),
            "NEWTABLE r3 2 1\n"
            "MOVE r4 r0\n"
            "SETFIELD r3 r1 f0 ; .x\n"
            "MOVE r5 r2\n"
            "SETLIST r3 3 0\n"
            "RETURN1 r3\n");
}

}  // namespace
}  // namespace gs::front
