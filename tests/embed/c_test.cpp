#include <gtest/gtest.h>

extern "C" int c_host_check(void);

TEST(CInterface, AnswersToC) { EXPECT_EQ(c_host_check(), 0); }
