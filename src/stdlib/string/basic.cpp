// len, sub, byte, char, rep, and the tests on contents: hasPrefix, contains, count, isNumeric.
#include <cstring>

#include "base/utf8.hpp"
#include "prim/number_text.hpp"
#include "stdlib/string/byte_range.hpp"
#include "stdlib/string/pattern.hpp"
#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr u64 kMaxLength = u64(1) << 47;

/// string.len(s)
/// The number of bytes of s.
///     print(string.len("naïve")) // 6
Value string_len(Vm& vm, Args args) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return Value::small_int(i64(s->length));
}

/// string.sub(s, i [, j=-1])
/// Bytes i to j. Negative positions count from the end.
///     print(string.sub("hello", 2, 3), string.sub("hello", -3)) // el  llo
Value string_sub(Vm& vm, Args args) {
  String* s;
  i64 first;
  i64 last = -1;
  if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, first) || !opt_int(vm, args, 2, last)) {
    return Value::raised();
  }
  const std::string_view part = byte_range(view(s), first, last);
  return part.size() == s->length ? Value::string(s) : vm.string_value(part);
}

Value byte_at(std::string_view s, i64 index) {
  index = absolute_index(index, s.size());
  return u64(index - 1) < s.size() ? Value::small_int(u8(s[usize(index - 1)])) : Value::nil();
}

/// string.byte(s [, i=1 [, j=i]])
/// The values of bytes i to j; nil if there are none.
///     print(string.byte("abc"), string.byte("abc", -1), string.byte("abc", 9)) // 97  99  nil
Value string_byte(Vm& vm, Args args) {
  if (GS_LIKELY(args.count == 2 && args.base[0].is_string() && args.base[1].is_small_int())) {
    return byte_at(view(args.base[0].as_string()), args.base[1].as_small_int());
  }
  std::string_view s;
  i64 first = 1;
  if (!arg_string(vm, args, 0, s) || !opt_int(vm, args, 1, first)) return Value::raised();
  i64 last = first;
  if (!opt_int(vm, args, 2, last)) return Value::raised();
  if (first == last) return byte_at(s, first);
  const std::string_view part = byte_range(s, first, last);
  if (part.empty()) return Value::nil();
  Value* out = vm.result_space(part.size());
  if (!out) return Value::raised();
  for (char c : part) *out++ = Value::small_int(u8(c));
  return Value::multi(u32(part.size()));
}

/// string.char(n...)
/// The string of these byte values. Raises "value out of range" outside 0..255.
///     print(string.char(72, 105)) // Hi
Value string_char(Vm& vm, Args args) {
  StringBuilder out(vm);
  for (u32 i = 0; i < args.count; i++) {
    i64 code;
    if (!arg_int(vm, args, i, code)) return Value::raised();
    if (u64(code) > 255) return bad_argument(vm, args, i, "value out of range");
    out.append(char(code));
  }
  return out.finish_value();
}

// Repeats the `done` bytes at `out` up to `length`, cut at the end: copies of copies.
void repeat_bytes(char* out, usize done, usize length) {
  while (done < length) {
    const usize count = done < length - done ? done : length - done;
    std::memcpy(out + done, out, count);
    done += count;
  }
}

Value repeat(Vm& vm, String* s, i64 count, std::string_view separator) {
  if (count <= 0 || s->length + separator.size() == 0) return vm.string_value("");
  if (count == 1) return Value::string(s);
  using u128 = unsigned __int128;
  const u128 total = u128(count) * s->length + u128(count - 1) * separator.size();
  if (total >= kMaxLength) return vm.raise("string too large");
  const usize length = usize(total);
  char small[String::kMaxInterned];
  char* bytes = small;
  String* result = nullptr;
  if (length > sizeof small) {
    result = new_string_buffer(vm, length, bytes);
    if (!result) return Value::raised();
  }
  std::memcpy(bytes, s->data, s->length);
  std::memcpy(bytes + s->length, separator.data(), separator.size());
  repeat_bytes(bytes, s->length + separator.size(), length);
  return result ? Value::string(result) : vm.string_value({bytes, length});
}

/// string.rep(s, n [, sep=""])
/// n copies of s with sep between them; "" if n <= 0.
///     print(string.rep("ab", 3, "-")) // ab-ab-ab
Value string_rep(Vm& vm, Args args) {
  String* s;
  i64 count;
  std::string_view separator = "";
  if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, count) || !opt_string(vm, args, 2, separator)) {
    return Value::raised();
  }
  return repeat(vm, s, count, separator);
}

/// string.repeat(s, n)
/// n copies of s; "" if n <= 0.
///     print(string.repeat("ab", 2)) // abab
Value string_repeat(Vm& vm, Args args) {
  String* s;
  i64 count;
  if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, count)) return Value::raised();
  return repeat(vm, s, count, "");
}

bool two_strings(Vm& vm, Args args, std::string_view& a, std::string_view& b) {
  return arg_string(vm, args, 0, a) && arg_string(vm, args, 1, b);
}

/// string.hasPrefix(s, p)
/// Whether s begins with p.
///     print(string.hasPrefix("hello", "he")) // true
Value string_has_prefix(Vm& vm, Args args) {
  std::string_view s, prefix;
  if (!two_strings(vm, args, s, prefix)) return Value::raised();
  return Value::boolean(s.starts_with(prefix));
}

/// string.hasSuffix(s, p)
/// Whether s ends with p.
///     print(string.hasSuffix("hello", "lo")) // true
Value string_has_suffix(Vm& vm, Args args) {
  std::string_view s, suffix;
  if (!two_strings(vm, args, s, suffix)) return Value::raised();
  return Value::boolean(s.ends_with(suffix));
}

/// string.contains(s, sub)
/// Whether sub occurs in s.
///     print(string.contains("hello", "ell")) // true
Value string_contains(Vm& vm, Args args) {
  std::string_view s, part;
  if (!two_strings(vm, args, s, part)) return Value::raised();
  return Value::boolean(find_text(s.data(), s.data() + s.size(), part) != nullptr);
}

/// string.count(s, sub)
/// How often sub occurs, without overlaps; for "" the number of code points + 1.
///     print(string.count("cheese", "e")) // 3
Value string_count(Vm& vm, Args args) {
  std::string_view s, part;
  if (!two_strings(vm, args, s, part)) return Value::raised();
  if (part.empty()) return Value::small_int(i64(count_code_points(s)) + 1);
  i64 count = 0;
  const char* end = s.data() + s.size();
  for (const char* p = s.data(); (p = find_text(p, end, part)); p += part.size()) {
    count++;
    if (!vm.poll()) return Value::raised();
  }
  return Value::small_int(count);
}

/// string.isNumeric(s)
/// Whether tonumber(s) is not nil.
///     print(string.isNumeric("1e3"), string.isNumeric("x")) // true  false
Value string_is_numeric(Vm& vm, Args args) {
  std::string_view s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return Value::boolean(prim::parse_number(s).kind != prim::NumberKind::kNone);
}

constexpr NativeRow kRows[] = {
    {"len", string_len},
    {"sub", string_sub},
    {"byte", string_byte},
    {"char", string_char},
    {"rep", string_rep},
    {"repeat", string_repeat},
    {"hasPrefix", string_has_prefix},
    {"hasSuffix", string_has_suffix},
    {"contains", string_contains},
    {"count", string_count},
    {"isNumeric", string_is_numeric},
};

}  // namespace

std::span<const NativeRow> basic_rows() { return kRows; }

}  // namespace gs::stdlib
