#include "vm/object/table.hpp"

#include <gtest/gtest.h>

#include "vm/object/shape.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {
namespace {

class TableTest : public testing::Test {
 protected:
  Value text(std::string_view s) { return vm.string_value(s); }
  Value num(i64 v) { return vm.integer(v); }
  void set(Table* t, Value key, Value v) { ASSERT_TRUE(table_set(vm, t, key, v)); }
  std::string keys(const Table* t) {
    std::string out;
    Value key, value;
    for (u64 cursor = 0; table_next(t, cursor, key, value);) {
      if (!out.empty()) out += " ";
      out += view(vm.to_string_form(key));
    }
    return out;
  }

  Vm vm{VmOptions{}};
};

TEST_F(TableTest, StoringAtTheEndGrowsTheArray) {
  Table* t = new_table(vm);
  for (i64 i = 1; i <= 1000; i++) set(t, num(i), num(i * i));
  EXPECT_EQ(table_length(t), 1000);
  EXPECT_EQ(table_get_int(t, 1000).as_int(), 1000000);
  EXPECT_EQ(t->array_kind(), ArrayKind::kInts);
}

TEST_F(TableTest, KindFollowsTheElements) {
  Table* t = new_table(vm);
  set(t, num(1), Value::number(1.5));
  EXPECT_EQ(t->array_kind(), ArrayKind::kDoubles);
  set(t, num(2), text("x"));
  EXPECT_EQ(t->array_kind(), ArrayKind::kAny);
}

TEST_F(TableTest, KeysStoredOutOfOrderJoinTheArray) {
  Table* t = new_table(vm);
  set(t, num(3), num(30));
  set(t, num(2), num(20));
  EXPECT_EQ(table_length(t), 0);
  set(t, num(1), num(10));
  EXPECT_EQ(table_length(t), 3);
  EXPECT_EQ(keys(t), "1 2 3");
}

TEST_F(TableTest, NilAtTheEndShortensOverHoles) {
  Table* t = new_table(vm);
  for (i64 i = 1; i <= 5; i++) set(t, num(i), num(i));
  set(t, num(4), Value::nil());
  EXPECT_EQ(table_length(t), 5);
  set(t, num(5), Value::nil());
  EXPECT_EQ(table_length(t), 3);
}

TEST_F(TableTest, FloatKeysWithIntValuesAreInts) {
  Table* t = new_table(vm);
  set(t, Value::number(1.0), text("one"));
  EXPECT_EQ(table_length(t), 1);
  EXPECT_TRUE(table_get(t, Value::number(1.0)).is_string());
  set(t, Value::number(1.5), num(7));
  EXPECT_EQ(table_get(t, Value::number(1.5)).as_int(), 7);
}

TEST_F(TableTest, BigIntsAndLongStringsAreKeysByContent) {
  Table* t = new_table(vm);
  i64 big = INT64_MAX - 5;
  set(t, num(big), num(1));
  EXPECT_EQ(table_get(t, num(big)).as_int(), 1);
  EXPECT_EQ(table_get_int(t, big).as_int(), 1);
  std::string longer(100, 'k');
  set(t, text(longer), num(2));
  EXPECT_EQ(table_get(t, text(longer)).as_int(), 2);
}

TEST_F(TableTest, NilAndNanKeysAreRefused) {
  Table* t = new_table(vm);
  EXPECT_FALSE(table_set(vm, t, Value::nil(), num(1)));
  EXPECT_EQ(view(vm.take_error().as_string()), "table index is nil");
  EXPECT_FALSE(table_set(vm, t, Value::number(0.0 / 0.0), num(1)));
  EXPECT_EQ(view(vm.take_error().as_string()), "table index is NaN");
}

TEST_F(TableTest, TablesBuiltAlikeShareAShape) {
  Table *a = new_table(vm, 0, 2), *b = new_table(vm, 0, 2);
  for (Table* t : {a, b}) {
    set(t, text("x"), num(1));
    set(t, text("y"), num(2));
  }
  EXPECT_EQ(a->shape, b->shape);
  EXPECT_EQ(shape_find(a->shape, text("y").as_string()), 1);
}

TEST_F(TableTest, FieldStoredAgainAfterRemovalGoesToTheEnd) {
  Table* t = new_table(vm);
  for (const char* key : {"a", "b", "c"}) set(t, text(key), num(1));
  set(t, text("a"), Value::nil());
  EXPECT_EQ(keys(t), "b c");
  set(t, text("a"), num(2));
  EXPECT_EQ(keys(t), "b c a");
  set(t, text("d"), num(2));
  EXPECT_EQ(keys(t), "b c a d");
  set(t, text("b"), Value::nil());
  set(t, text("b"), num(3));
  EXPECT_EQ(keys(t), "c a d b");
}

TEST_F(TableTest, OrderHoldsWhenFieldsAndOtherKeysMix) {
  Table* t = new_table(vm);
  set(t, text("b"), num(1));
  set(t, num(10), num(1));
  set(t, text("a"), num(1));
  set(t, Value::boolean(true), num(1));
  EXPECT_EQ(keys(t), "b 10 a true");
  set(t, text("b"), Value::nil());
  set(t, text("b"), num(1));
  EXPECT_EQ(keys(t), "10 a true b");
}

TEST_F(TableTest, ManyDynamicKeysKeepTheirOrder) {
  Table* t = new_table(vm);
  std::string expected;
  for (int i = 0; i < 2000; i++) {
    std::string key = "key" + std::to_string(i);
    set(t, text(key), num(i));
    expected += (i ? " " : "") + key;
  }
  EXPECT_EQ(keys(t), expected);
  EXPECT_EQ(table_get_name(vm, t, "key1234").as_int(), 1234);
}

TEST_F(TableTest, RemovingWhileIteratingVisitsTheRest) {
  Table* t = new_table(vm);
  for (int i = 0; i < 50; i++) set(t, num(i * 1000), num(i));
  Value key, value;
  int visited = 0;
  for (u64 cursor = 0; table_next(t, cursor, key, value); visited++) set(t, key, Value::nil());
  EXPECT_EQ(visited, 50);
  EXPECT_EQ(keys(t), "");
}

TEST_F(TableTest, CursorAfterARemovedKeyGoesOn) {
  Table* t = new_table(vm);
  for (const char* key : {"a", "b", "c"}) set(t, text(key), num(1));
  set(t, text("b"), Value::nil());
  u64 cursor;
  ASSERT_TRUE(table_cursor_after(t, text("b"), cursor));
  Value key, value;
  ASSERT_TRUE(table_next(t, cursor, key, value));
  EXPECT_EQ(view(key.as_string()), "c");
  EXPECT_FALSE(table_cursor_after(t, text("never"), cursor));
}

TEST_F(TableTest, InsertAndRemoveShiftElements) {
  Table* t = new_table(vm);
  for (i64 i = 1; i <= 4; i++) set(t, num(i), num(i * 10));
  ASSERT_TRUE(table_insert_at(vm, t, 2, num(15)));
  EXPECT_EQ(table_length(t), 5);
  EXPECT_EQ(table_get_int(t, 2).as_int(), 15);
  EXPECT_EQ(table_get_int(t, 5).as_int(), 40);
  EXPECT_EQ(table_remove_at(vm, t, 1).as_int(), 10);
  EXPECT_EQ(table_length(t), 4);
  EXPECT_EQ(table_get_int(t, 1).as_int(), 15);
}

TEST_F(TableTest, MetatablesMoveWithTheShape) {
  Table *a = new_table(vm, 0, 2), *b = new_table(vm, 0, 2), *mt = new_table(vm);
  for (Table* t : {a, b}) {
    set(t, text("x"), num(1));
    ASSERT_TRUE(table_set_metatable(vm, t, mt));
  }
  EXPECT_EQ(a->shape, b->shape);
  EXPECT_EQ(table_metatable(a), mt);
  ASSERT_TRUE(table_set_metatable(vm, a, nullptr));
  EXPECT_EQ(table_metatable(a), nullptr);
  EXPECT_EQ(table_get_name(vm, a, "x").as_int(), 1);
  EXPECT_EQ(table_metatable(b), mt);
}

TEST_F(TableTest, FreshMetatablesForEachObjectStayOutOfTheShapes) {
  u32 before = 0;
  for (int i = 0; i < 200; i++) {
    Table *t = new_table(vm, 0, 2), *mt = new_table(vm);
    set(t, text("field"), num(i));
    ASSERT_TRUE(table_set_metatable(vm, t, mt));
    EXPECT_EQ(table_metatable(t), mt);
    EXPECT_EQ(keys(t), "field");
    if (i == 50) before = vm.shapes().count();
  }
  EXPECT_EQ(vm.shapes().count(), before);
}

TEST_F(TableTest, ListsKeepInnerHolesAndDropTrailingNils) {
  Table* t = new_table(vm);
  Value values[] = {num(1), Value::nil(), num(3), Value::nil()};
  ASSERT_TRUE(table_init_array(vm, t, values, 4));
  EXPECT_EQ(table_length(t), 3);
  EXPECT_EQ(keys(t), "1 3");
}

}  // namespace
}  // namespace gs::vm
