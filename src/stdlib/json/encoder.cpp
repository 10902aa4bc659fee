// The encoder keeps the tables it is inside of on a stack of its own. It runs no script code, so tables do not change
// under it.
#include "stdlib/json/encoder.hpp"

#include <algorithm>
#include <bit>
#include <vector>

#include "stdlib/json/json_text.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

class Encoder {
 public:
  Encoder(Vm& vm, bool pretty, std::string_view indent)
      : vm_(vm), pretty_(pretty), indent_(indent), out_(vm), entries_(vm) {}

  Value run(Value value) {
    bool ok = write(value);
    while (ok && !levels_.empty()) ok = step() && vm_.poll() && !out_.failed();
    return ok ? out_.finish_value() : Value::raised();
  }

 private:
  // A table being written. An object's entries are pairs in entries_, from `base` on, sorted by key.
  struct Level {
    const Table* table;
    bool is_array;
    i64 next;
    i64 count;
    usize base;
  };
  struct Entry {
    Value key;
    Value value;
  };

  // Writes the next element of the innermost table, or its end.
  bool step() {
    Level& level = levels_.back();
    if (level.next == level.count) {
      close();
      return true;
    }
    if (level.next > 0) out_.append(',');
    new_line(levels_.size());
    if (level.is_array) return write(table_get_int(level.table, ++level.next));
    const Entry entry = entries_of(level)[level.next++];
    append_json_string(out_, view(entry.key.as_string()));
    out_.append(pretty_ ? std::string_view(": ") : std::string_view(":"));
    return write(entry.value);
  }

  void close() {
    const Level level = levels_.back();
    levels_.pop_back();
    new_line(levels_.size());
    out_.append(level.is_array ? ']' : '}');
    if (!level.is_array) shrink(level.base);
  }

  bool write(Value value) {
    if (value.is_string()) {
      append_json_string(out_, view(value.as_string()));
    } else if (value.is_number()) {
      write_number(value);
    } else if (value.is_nil()) {
      out_.append("null");
    } else if (value.is_boolean()) {
      out_.append(value.is_true() ? "true" : "false");
    } else if (value.is_table()) {
      return open(value.as_table());
    } else {
      return vm_.raise_format("json.encode: cannot encode a %s value", vm_.type_name(value)), false;
    }
    return true;
  }

  void write_number(Value number) {
    char* at = out_.reserve(prim::kMaxNumberText);
    if (!at) return;
    out_.advance(number.is_int() ? prim::format_int(number.as_int(), at) : format_json_float(number.as_double(), at));
  }

  bool open(const Table* table) {
    if (is_open(table)) return vm_.raise("json.encode: cyclic table"), false;
    if (levels_.size() == kMaxJsonDepth) return vm_.raise("json.encode: nesting too deep"), false;
    Level level{table, true, 0, table_length(table), entries_.size()};
    if (level.count == 0 || has_other_keys(table)) {
      level.is_array = false;
      if (!collect(level)) return false;
      if (level.count == 0) return out_.append("{}"), true;
    }
    out_.append(level.is_array ? '[' : '{');
    levels_.push_back(level);
    return true;
  }

  // Whether a table is entered again. One ancestor is looked at per level; around a cycle the path soon meets the one
  // whose depth is a power of two. At the limit all are, so that a cycle is never taken for depth.
  bool is_open(const Table* table) const {
    if (levels_.empty()) return false;
    if (levels_.size() < kMaxJsonDepth) return levels_[std::bit_floor(levels_.size()) - 1].table == table;
    return std::any_of(levels_.begin(), levels_.end(), [&](const Level& level) { return level.table == table; });
  }

  // Whether there are keys outside 1..#t, which is not 0.
  static bool has_other_keys(const Table* table) {
    u64 cursor;
    Value key, value;
    return table_cursor_after(table, Value::small_int(table_length(table)), cursor) &&
           table_next(table, cursor, key, value);
  }

  Entry* entries_of(const Level& level) { return reinterpret_cast<Entry*>(entries_.data() + level.base); }

  bool collect(Level& level) {
    Value key, value;
    for (u64 cursor = 0; table_next(level.table, cursor, key, value);) {
      const String* text = key_text(key);
      if (!text || !entries_.push(Value::string(text)) || !entries_.push(value) || !vm_.poll()) return false;
    }
    level.count = i64(entries_.size() - level.base) / 2;
    std::sort(entries_of(level), entries_of(level) + level.count, [](const Entry& a, const Entry& b) {
      return compare_strings(a.key.as_string(), b.key.as_string()) < 0;
    });
    return true;
  }

  const String* key_text(Value key) {
    if (key.is_string()) return key.as_string();
    if (key.is_number() || key.is_boolean()) return vm_.to_string_form(key);
    vm_.raise_format("json.encode: cannot encode a %s key", vm_.type_name(key));
    return nullptr;
  }

  void shrink(usize size) {
    const bool shrunk = entries_.resize(size);
    GS_ASSERT(shrunk, "shrinking needs no memory");
    (void)shrunk;
  }

  void new_line(usize depth) {
    if (!pretty_) return;
    out_.append('\n');
    for (usize i = 0; i < depth && !out_.failed(); i++) out_.append(indent_);
  }

  Vm& vm_;
  bool pretty_;
  std::string_view indent_;
  StringBuilder out_;
  RootedValues entries_;
  std::vector<Level> levels_;
};

}  // namespace

Value encode_json(Vm& vm, Value value) { return Encoder(vm, false, "").run(value); }

Value encode_json_pretty(Vm& vm, Value value, std::string_view indent) { return Encoder(vm, true, indent).run(value); }

}  // namespace gs::stdlib
