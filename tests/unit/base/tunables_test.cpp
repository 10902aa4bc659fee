// Tunables: defaults, setting by name, and what is rejected.
#include "base/tunables.hpp"

#include <gtest/gtest.h>

namespace gs {
namespace {

using Result = Tunables::SetResult;

TEST(Tunables, StartAtTheDefaultsOfTheTable) {
  Tunables tunables;
  EXPECT_EQ(tunables.sched_slice, 10);
  EXPECT_EQ(tunables.ic_polymorphic, 4);
}

TEST(Tunables, SetByName) {
  Tunables tunables;
  EXPECT_EQ(tunables.set("sched.slice", "25"), Result::kOk);
  EXPECT_EQ(tunables.sched_slice, 25);
}

TEST(Tunables, RejectWhatIsNoNumberOrOutOfRange) {
  Tunables tunables;
  EXPECT_EQ(tunables.set("sched.slices", "25"), Result::kUnknownName);
  EXPECT_EQ(tunables.set("sched.slice", ""), Result::kNotANumber);
  EXPECT_EQ(tunables.set("sched.slice", "25ms"), Result::kNotANumber);
  EXPECT_EQ(tunables.set("ic.polymorphic", "0"), Result::kOutOfRange);
  EXPECT_EQ(tunables.set("sched.slice", "99999999999999999999"), Result::kOutOfRange);
  EXPECT_EQ(tunables.sched_slice, 10);
}

TEST(Tunables, EveryRowCanBeSetToItsBounds) {
  for (const TunableRow& row : Tunables::rows()) {
    Tunables tunables;
    EXPECT_EQ(tunables.set(row.name, std::to_string(row.min)), Result::kOk) << row.name;
    EXPECT_EQ(tunables.set(row.name, std::to_string(row.max)), Result::kOk) << row.name;
    EXPECT_FALSE(row.reason.empty()) << row.name;
  }
}

}  // namespace
}  // namespace gs
