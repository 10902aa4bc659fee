// A strict decoder (RFC 8259: UTF-8, no lone surrogates) without recursion: open arrays keep their elements, open
// objects their keys and values, on one stack of values.
//
// Documents repeat themselves. After a key the decoder expects the key that followed it the last time, which then costs a
// comparison instead of a look-up; and objects with the keys of an earlier one are made in one go of its shape.
#include "stdlib/json/decoder.hpp"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <vector>

#include "base/utf8.hpp"
#include "prim/number_text.hpp"
#include "stdlib/json/encoder.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Bytes that end a run of plain ones inside a string.
struct StringBytes {
  bool is_special[256] = {};
  constexpr StringBytes() {
    for (int c = 0; c < 256; c++) is_special[c] = c < 0x20 || c >= 0x80 || c == '"' || c == '\\';
  }
};
constexpr StringBytes kStringBytes;

// The first of eight bytes that may end a run of plain ones, by its bit 7; 0: none does. Bytes after it may be marked wrongly.
u64 special_bytes(const char* p) {
  constexpr u64 kOnes = 0x0101010101010101, kHighs = kOnes << 7;
  u64 bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  const u64 quotes = bytes ^ kOnes * '"', backslashes = bytes ^ kOnes * '\\';
  const u64 below_space = (bytes - kOnes * 0x20) & ~bytes;
  const u64 is_quote = (quotes - kOnes) & ~quotes, is_backslash = (backslashes - kOnes) & ~backslashes;
  return (bytes | below_space | is_quote | is_backslash) & kHighs;
}

bool is_digit(char c) { return u8(c - '0') < 10; }

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const u8 letter = u8(c) | 0x20;
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

class Decoder {
 public:
  Decoder(Vm& vm, std::string_view text)
      : vm_(vm), begin_(text.data()), p_(begin_), end_(begin_ + text.size()), values_(vm), text_(vm) {}

  Value run() {
    Value value;
    if (decode(value)) {
      skip_space();
      if (p_ == end_) return value;
      fail("unexpected text after the value");
    }
    if (!error_) return Value::raised();
    char message[96];
    std::snprintf(message, sizeof message, "json.decode: %s at byte %lld", error_, (long long)(error_at_ - begin_) + 1);
    return vm_.failure(message);
  }

 private:
  struct Level {
    bool is_array;
    usize base;  // in values_: of an array's elements, of an object's keys and values
  };
  enum class Next : u8 { kFailed, kValue, kDone };

  bool fail_at(const char* at, const char* error) {
    error_ = error;
    error_at_ = at;
    return false;
  }
  bool fail(const char* error) { return fail_at(p_, error); }
  bool unexpected() { return fail(p_ == end_ ? "unexpected end of text" : "unexpected character"); }

  void skip_space() {
    while (p_ < end_ && (*p_ == ' ' || *p_ == '\n' || *p_ == '\t' || *p_ == '\r')) p_++;
  }
  bool take(char c) {
    if (p_ == end_ || *p_ != c) return false;
    p_++;
    return true;
  }

  bool decode(Value& value) {
    for (;;) {
      if (!vm_.poll()) return false;
      skip_space();
      const usize depth = levels_.size();
      if (!begin_value(value)) return false;
      if (levels_.size() > depth) continue;
      const Next next = end_value(value);
      if (next != Next::kValue) return next == Next::kDone;
    }
  }

  // A whole value, or the opening of an array or object that is not empty.
  bool begin_value(Value& value) {
    if (p_ == end_) return unexpected();
    switch (*p_) {
      case '{': return open_object(value);
      case '[': return open_array(value);
      case '"': return decode_string(value);
      case 't': return decode_word("true", Value::boolean(true), value);
      case 'f': return decode_word("false", Value::boolean(false), value);
      case 'n': return decode_word("null", Value::nil(), value);
      default: return decode_number(value);
    }
  }

  // `value` is complete: it goes into what is open, which may complete that in turn. kValue: another value follows.
  Next end_value(Value& value) {
    while (!levels_.empty()) {
      const Level level = levels_.back();
      if (!values_.push(value)) return Next::kFailed;
      skip_space();
      if (take(',')) return level.is_array || decode_key() ? Next::kValue : Next::kFailed;
      if (!take(level.is_array ? ']' : '}')) return unexpected(), Next::kFailed;
      if (!close(level, value)) return Next::kFailed;
    }
    return Next::kDone;
  }

  bool push_level(bool is_array) {
    if (levels_.size() == kMaxJsonDepth) return fail("nesting too deep");
    levels_.push_back({is_array, values_.size()});
    return true;
  }

  bool open_array(Value& value) {
    if (!push_level(true)) return false;
    p_++;
    skip_space();
    return take(']') ? close(levels_.back(), value) : true;
  }

  bool open_object(Value& value) {
    if (!push_level(false)) return false;
    p_++;
    skip_space();
    return take('}') ? close(levels_.back(), value) : decode_key();
  }

  // Pushes the key; stops behind its colon.
  bool decode_key() {
    skip_space();
    if (p_ == end_ || *p_ != '"') return unexpected();
    Successor& successor = successors_[(reinterpret_cast<u64>(last_key_) >> 4) % kSuccessors];
    if (successor.key == last_key_ && successor.next && take_key(*successor.next)) {
      last_key_ = successor.next;
    } else {
      Value key;
      const char* start = p_;
      if (!decode_string(key)) return false;
      const bool is_plain = usize(p_ - start) == key.as_string()->length + 2;
      if (is_plain) successor = {last_key_, key.as_string()};
      last_key_ = key.as_string();
    }
    if (!values_.push(Value::string(last_key_))) return false;
    skip_space();
    return take(':') || unexpected();
  }

  // At a quote: takes the string if it is this one, written without escapes.
  bool take_key(const String& key) {
    const usize length = key.length;
    if (usize(end_ - p_) < length + 2 || p_[length + 1] != '"') return false;
    if (std::memcmp(p_ + 1, key.data, length) != 0) return false;
    p_ += length + 2;
    return true;
  }

  bool close(Level level, Value& value) {
    const usize count = values_.size() - level.base;
    Table* table = level.is_array ? vm_.table() : make_object(values_.data() + level.base, u32(count / 2));
    if (!table) return false;
    if (level.is_array && !table_init_array(vm_, table, values_.data() + level.base, count)) return false;
    value = Value::table(table);
    levels_.pop_back();
    return values_.resize(level.base);
  }

  // The table of so many keys, each followed by its value. Null = raised.
  Table* make_object(const Value* pairs, u32 count) {
    const bool may_share = count > 0 && count <= kMaxInlineFields;
    Shape*& known = shapes_[may_share ? shape_index(pairs, count) : 0];
    if (may_share && known && fits(*known, pairs, count)) {
      Table* table = new_table_of_shape(vm_, known);
      if (!table) return nullptr;
      for (u32 i = 0; i < count; i++) table->slots[i] = pairs[2 * i + 1];
      vm_.heap().barrier(table);
      return table;
    }
    Table* table = vm_.table(0, std::min(count, kMaxInlineFields));
    for (u32 i = 0; table && i < count; i++) {
      if (!table_set_string(vm_, table, pairs[2 * i].as_string(), pairs[2 * i + 1])) return nullptr;
    }
    const bool is_regular = table && may_share && !table->shape->is_dictionary() &&
                            table->shape->field_count == count && table->shape->inline_capacity >= count;
    if (is_regular) known = table->shape;
    return table;
  }

  static usize shape_index(const Value* pairs, u32 count) {
    const u64 first = reinterpret_cast<u64>(pairs[0].as_string());
    const u64 last = reinterpret_cast<u64>(pairs[2 * (count - 1)].as_string());
    return usize((first >> 4) + (last >> 4) * 7 + count) % kShapes;
  }

  // Whether the shape has just these keys, in this order; fields that are nil are not there.
  static bool fits(const Shape& shape, const Value* pairs, u32 count) {
    if (shape.field_count != count) return false;
    for (u32 i = 0; i < count; i++) {
      if (shape.keys[i] != pairs[2 * i].as_string() || pairs[2 * i + 1].is_nil()) return false;
    }
    return true;
  }

  bool decode_word(std::string_view word, Value meaning, Value& value) {
    if (!std::string_view(p_, usize(end_ - p_)).starts_with(word)) return fail("unexpected character");
    p_ += word.size();
    value = meaning;
    return true;
  }

  // ---- numbers

  bool skip_digits() {
    if (p_ == end_ || !is_digit(*p_)) return unexpected();
    while (p_ < end_ && is_digit(*p_)) p_++;
    return true;
  }

  bool decode_number(Value& value) {
    const char* start = p_;
    if (decode_short_int(value)) return true;
    take('-');
    if (!(take('0') || skip_digits())) return false;
    if (take('.') && !skip_digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!skip_digits()) return false;
    }
    const prim::ParsedNumber number = prim::parse_number({start, usize(p_ - start)});
    if (number.kind == prim::NumberKind::kNone) return fail_at(start, "number out of range");
    value = number.kind == prim::NumberKind::kInt ? vm_.integer(number.as_int) : Value::number(number.as_float);
    return !value.is_raised();
  }

  // At most 14 digits that nothing of a longer number follows; else p_ stays.
  bool decode_short_int(Value& value) {
    constexpr usize kMostDigits = 14;
    if (usize(end_ - p_) <= kMostDigits + 1) return false;
    const char* p = p_ + (*p_ == '-');
    const char* first = p;
    i64 number = 0;
    while (is_digit(*p) && p < first + kMostDigits) number = number * 10 + (*p++ - '0');
    if (p == first || (*first == '0' && p > first + 1)) return false;
    if (is_digit(*p) || *p == '.' || (*p | 0x20) == 'e') return false;
    if (number == 0 && first != p_) return false;
    value = Value::small_int(first != p_ ? -number : number);
    p_ = p;
    return true;
  }

  // ---- strings

  // Moves on to the quote, backslash or wrong byte that ends a run.
  bool skip_plain() {
    for (;;) {
      u64 special = 0;
      while (end_ - p_ >= 8 && (special = special_bytes(p_)) == 0) p_ += 8;
      p_ += special ? std::countr_zero(special) / 8 : 0;
      while (p_ < end_ && !kStringBytes.is_special[u8(*p_)]) p_++;
      if (p_ == end_) return fail("unterminated string");
      if (is_ascii(*p_)) return u8(*p_) >= 0x20 || fail("control character in string");
      const CodePoint point = decode_utf8(p_, end_);
      if (!point.valid) return fail("invalid UTF-8");
      p_ += point.length;
    }
  }

  bool decode_string(Value& value) {
    const char* start = ++p_;
    if (!skip_plain()) return false;
    if (*p_ == '"') {
      value = vm_.string_value({start, usize(p_++ - start)});
      return !value.is_raised();
    }
    text_.clear();
    while (*p_ != '"') {
      text_.append({start, usize(p_ - start)});
      if (!decode_escape()) return false;
      start = p_;
      if (!skip_plain()) return false;
    }
    text_.append({start, usize(p_++ - start)});
    value = text_.finish_value();
    return !value.is_raised();
  }

  // At a backslash.
  bool decode_escape() {
    const char* start = p_;
    if (end_ - p_ < 2) return fail("unterminated string");
    const char c = p_[1];
    p_ += 2;
    switch (c) {
      case '"': case '\\': case '/': text_.append(c); return true;
      case 'n': text_.append('\n'); return true;
      case 't': text_.append('\t'); return true;
      case 'r': text_.append('\r'); return true;
      case 'b': text_.append('\b'); return true;
      case 'f': text_.append('\f'); return true;
      case 'u': return decode_code_point(start);
      default: return fail_at(start, "invalid escape");
    }
  }

  // Behind "\u"; two of them for code points beyond FFFF.
  bool decode_code_point(const char* start) {
    u32 code;
    if (!take_hex(code)) return fail_at(start, "invalid escape");
    if (is_surrogate(code)) {
      u32 low = 0;
      const bool is_pair = code < 0xDC00 && take('\\') && take('u') && take_hex(low) && low >= 0xDC00 && low < 0xE000;
      if (!is_pair) return fail_at(start, "lone surrogate");
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    char bytes[kMaxUtf8];
    text_.append({bytes, encode_utf8(code, bytes)});
    return true;
  }

  bool take_hex(u32& code) {
    if (end_ - p_ < 4) return false;
    code = 0;
    for (int i = 0; i < 4; i++) {
      const int digit = hex_digit(p_[i]);
      if (digit < 0) return false;
      code = code << 4 | u32(digit);
    }
    p_ += 4;
    return true;
  }

  Vm& vm_;
  const char* begin_;
  const char* p_;
  const char* end_;
  RootedValues values_;
  StringBuilder text_;
  std::vector<Level> levels_;

  // The key that followed `key` the last time. On the native stack, so the collector sees them.
  struct Successor {
    String* key = nullptr;
    String* next = nullptr;
  };
  static constexpr usize kSuccessors = 128, kShapes = 64;
  Successor successors_[kSuccessors];
  Shape* shapes_[kShapes] = {};
  String* last_key_ = nullptr;
  const char* error_ = nullptr;
  const char* error_at_ = nullptr;
};

}  // namespace

Value decode_json(Vm& vm, std::string_view text) { return Decoder(vm, text).run(); }

}  // namespace gs::stdlib
