// The table of interned strings, without a VM.
#include "vm/heap/string_table.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <set>
#include <string>

namespace gs::vm {
namespace {

class StringTableTest : public testing::Test {
 protected:
  String* add(const std::string& text) {
    if (table_.needs_growth()) EXPECT_TRUE(table_.grow());
    auto memory = std::make_unique<char[]>(offsetof(String, inline_bytes) + text.size() + 8);
    auto* s = reinterpret_cast<String*>(memory.get());
    std::memset(memory.get(), 0, sizeof(String));
    std::memcpy(s->inline_bytes, text.data(), text.size());
    s->data = s->inline_bytes;
    s->length = text.size();
    s->aux = hash_bytes(text, 1);
    table_.add(s);
    cells_.push_back(std::move(memory));
    return s;
  }
  String* find(const std::string& text) { return table_.find(text, hash_bytes(text, 1)); }
  StringTable table_;
  std::vector<std::unique_ptr<char[]>> cells_;
};

TEST_F(StringTableTest, FindsWhatWasAdded) {
  std::vector<String*> strings;
  for (int i = 0; i < 5000; i++) strings.push_back(add("key" + std::to_string(i)));
  for (int i = 0; i < 5000; i++) EXPECT_EQ(find("key" + std::to_string(i)), strings[usize(i)]);
  EXPECT_EQ(find("key5000"), nullptr);
  EXPECT_EQ(find(""), nullptr);
}

TEST_F(StringTableTest, SweepRemovesTheDeadAndNothingElse) {
  std::vector<String*> strings;
  for (int i = 0; i < 3000; i++) strings.push_back(add(std::to_string(i)));
  std::set<String*> dead;
  for (usize i = 0; i < strings.size(); i += 3) dead.insert(strings[i]);
  table_.sweep_young([&](String* s) { return dead.count(s) > 0; });
  for (usize i = 1; i < strings.size(); i += 3) dead.insert(strings[i]);
  table_.sweep_young([&](String* s) { return dead.count(s) > 0; });
  EXPECT_EQ(find("1"), strings[1]) << "no longer young";
  usize position = 0;
  int added = 0;
  while (table_.sweep(position, 100, [&](String* s) { return dead.count(s) > 0; })) {
    strings.push_back(add("new" + std::to_string(added++)));
  }
  for (usize i = 0; i < 3000; i++) EXPECT_EQ(find(std::to_string(i)), i % 3 == 2 ? strings[i] : nullptr);
  for (int i = 0; i < added; i++) EXPECT_EQ(find("new" + std::to_string(i)), strings[3000 + usize(i)]);
  EXPECT_EQ(table_.count(), 1000u + usize(added));
}

TEST(HashBytes, DependsOnSeedAndEveryByte) {
  for (usize length = 1; length <= 40; length++) {
    std::string text(length, 'x');
    u32 hash = hash_bytes(text, 5);
    EXPECT_NE(hash, hash_bytes(text, 6));
    for (usize i = 0; i < length; i++) {
      std::string other = text;
      other[i] = 'y';
      EXPECT_NE(hash, hash_bytes(other, 5)) << length << " " << i;
    }
  }
  EXPECT_NE(hash_bytes("", 1), 0u);
}

}  // namespace
}  // namespace gs::vm
