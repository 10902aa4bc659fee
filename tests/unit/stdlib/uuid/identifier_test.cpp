// UUIDs as text.
#include "stdlib/uuid/identifier.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(Uuid, ParsesOnlyTheCanonicalForm) {
  Uuid uuid;
  EXPECT_TRUE(parse_uuid("123e4567-E89B-42d3-a456-426614174000", uuid));
  EXPECT_EQ(format_uuid(uuid, true), "123e4567-e89b-42d3-a456-426614174000");
  EXPECT_EQ(format_uuid(uuid, false), "123e4567e89b42d3a456426614174000");
  EXPECT_EQ(uuid_version(uuid), 4u);
  EXPECT_EQ(uuid_variant(uuid), "RFC4122");
  for (const char* text : {"", "123e4567e89b42d3a456426614174000", "123e4567-e89b-42d3-a456-42661417400g",
                           "123e4567-e89b-42d3-a4564-26614174000"}) {
    EXPECT_FALSE(parse_uuid(text, uuid)) << text;
  }
}

TEST(Uuid, MarksVersionAndVariant) {
  for (int fill : {0, 255}) {
    Uuid random;
    random.fill(u8(fill));
    Uuid made = make_uuid_v4(random);
    EXPECT_EQ(uuid_version(made), 4u);
    EXPECT_EQ(uuid_variant(made), "RFC4122");
  }
  Uuid uuid{};
  EXPECT_EQ(uuid_variant(uuid), "NCS");
  uuid[8] = 0xc0;
  EXPECT_EQ(uuid_variant(uuid), "Microsoft");
  uuid[8] = 0xe0;
  EXPECT_EQ(uuid_variant(uuid), "Future");
}

}  // namespace
}  // namespace gs::stdlib
