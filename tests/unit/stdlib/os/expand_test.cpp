// os.expand.
#include "stdlib/os/expand.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

std::string lookup(const std::string& name) {
  return name == "unset" ? "" : "<" + name + ">";
}

TEST(Expand, ReplacesBothForms) {
  EXPECT_EQ(expand_variables("$a/${b}c$d_1.x", lookup), "<a>/<b>c<d_1>.x");
  EXPECT_EQ(expand_variables("[$unset${unset}]", lookup), "[]");
}

TEST(Expand, KeepsOtherDollars) {
  for (const char* text : {"$", "a$", "$1", "${open", "$$ $-", ""}) EXPECT_EQ(expand_variables(text, lookup), text);
}

}  // namespace
}  // namespace gs::stdlib
