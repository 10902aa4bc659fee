// split, join, trim, replaceAll, padding.
#include <cstring>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "stdlib/string/pattern.hpp"
#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool append_part(Vm& vm, Table* parts, std::string_view part) {
  String* s = vm.string(part);
  return s && table_append(vm, parts, Value::string(s)) && vm.poll();
}

bool split_code_points(Vm& vm, std::string_view text, Table* parts) {
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const usize length = decode_utf8(p, end).length;
    if (!append_part(vm, parts, {p, length})) return false;
    p += length;
  }
  return true;
}

bool split_at(Vm& vm, std::string_view text, std::string_view separator, Table* parts) {
  const char* p = text.data();
  const char* end = p + text.size();
  for (;;) {
    const char* hit = find_text(p, end, separator);
    if (!append_part(vm, parts, {p, usize((hit ? hit : end) - p)})) return false;
    if (!hit) return true;
    p = hit + separator.size();
  }
}

/// string.split(s, sep)
/// Array of the parts between occurrences of sep; for "" of the code points.
///     print(table.concat(string.split("a,b,,c", ","), "|")) // a|b||c
///     print(#string.split("añb", "")) // 3
Value string_split(Vm& vm, Args args) {
  std::string_view text, separator;
  if (!arg_string(vm, args, 0, text) || !arg_string(vm, args, 1, separator)) return Value::raised();
  Table* parts = vm.table();
  if (!parts) return Value::raised();
  const bool ok = separator.empty() ? split_code_points(vm, text, parts) : split_at(vm, text, separator, parts);
  return ok ? Value::table(parts) : Value::raised();
}

/// string.join(arr [, sep=""])
/// The string forms of the elements, joined.
///     print(string.join({1, "b", true}, "-")) // 1-b-true

// A string form may run code: the table is read anew each time.
Value string_join(Vm& vm, Args args) {
  Table* parts;
  std::string_view separator = "";
  if (!arg_table(vm, args, 0, parts) || !opt_string(vm, args, 1, separator)) return Value::raised();
  StringBuilder out(vm);
  for (i64 i = 1; i <= table_length(parts); i++) {
    if (i > 1) out.append(separator);
    if (!vm.append_string_form(out, table_get_int(parts, i)) || !vm.poll()) return Value::raised();
  }
  return out.finish_value();
}

// ---- trim

enum Sides : u8 { kLeft = 1, kRight = 2, kBoth = 3 };

// The characters to trim: ASCII in a bitmap, others searched for in the text they came from.
class CharSet {
 public:
  CharSet(Vm& vm, std::string_view members) : vm_(vm), members_(members) {
    for (char c : members) {
      if (is_ascii(c)) ascii_[c >> 6] |= u64(1) << (c & 63);
    }
  }
  bool has(const char* p, CodePoint point) {
    if (point.valid && point.code < 0x80) return ascii_[point.code >> 6] >> (point.code & 63) & 1;
    const char* end = members_.data() + members_.size();
    for (const char* member = members_.data(); member < end && !failed_;) {
      const CodePoint other = decode_utf8(member, end);
      if (other.length == point.length && std::memcmp(member, p, point.length) == 0) return true;
      member += other.length;
      failed_ = !vm_.poll();
    }
    return false;
  }
  bool failed() const { return failed_; }

 private:
  Vm& vm_;
  std::string_view members_;
  u64 ascii_[2] = {};
  bool failed_ = false;
};

std::string_view trim_set(std::string_view text, CharSet& set, u8 sides) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  while (sides & kLeft && begin < end) {
    const CodePoint point = decode_utf8(begin, end);
    if (!set.has(begin, point)) break;
    begin += point.length;
  }
  while (sides & kRight && begin < end) {
    const CodePoint point = decode_utf8_before(begin, end);
    if (!set.has(end - point.length, point)) break;
    end -= point.length;
  }
  return {begin, usize(end - begin)};
}

Value trim(Vm& vm, Args args, u8 sides) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  std::string_view rest = view(s);
  if (args.has(1)) {
    std::string_view members;
    if (!arg_string(vm, args, 1, members)) return Value::raised();
    CharSet set(vm, members);
    rest = trim_set(rest, set, sides);
    if (set.failed()) return Value::raised();
  } else {
    if (sides & kLeft) rest = trim_white_space_left(rest);
    if (sides & kRight) rest = trim_white_space_right(rest);
  }
  return rest.size() == s->length ? Value::string(s) : vm.string_value(rest);
}

/// string.trim(s [, set])
/// s without white space, or characters of set, at both ends.
///     print(string.trim("  x  ") .. "|" .. string.trim("--x-", "-")) // x|x
Value string_trim(Vm& vm, Args args) { return trim(vm, args, kBoth); }
/// string.trimLeft(s [, set])
/// s without white space, or characters of set, at its start.
///     print(string.trimLeft("  x ") .. "|") // x |
Value string_trim_left(Vm& vm, Args args) { return trim(vm, args, kLeft); }
/// string.trimRight(s [, set])
/// s without white space, or characters of set, at its end.
///     print(string.trimRight(" x  ") .. "|") //  x|
Value string_trim_right(Vm& vm, Args args) { return trim(vm, args, kRight); }

// ---- replaceAll

bool insert_everywhere(Vm& vm, std::string_view text, std::string_view inserted, StringBuilder& out) {
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const usize length = decode_utf8(p, end).length;
    out.append(inserted);
    out.append({p, length});
    p += length;
    if (out.failed() || !vm.poll()) return false;
  }
  out.append(inserted);
  return !out.failed();
}

/// string.replaceAll(s, old, new)
/// s with every occurrence of old replaced, as plain text.
///     print(string.replaceAll("a.b.c", ".", "/")) // a/b/c
Value string_replace_all(Vm& vm, Args args) {
  String* s;
  std::string_view old, replacement;
  if (!arg_string(vm, args, 0, s) || !arg_string(vm, args, 1, old) || !arg_string(vm, args, 2, replacement)) {
    return Value::raised();
  }
  StringBuilder out(vm);
  if (old.empty()) return insert_everywhere(vm, view(s), replacement, out) ? out.finish_value() : Value::raised();
  const char* p = s->data;
  const char* end = p + s->length;
  const char* hit = find_text(p, end, old);
  if (!hit) return Value::string(s);
  for (; hit; hit = find_text(p, end, old)) {
    out.append({p, usize(hit - p)});
    out.append(replacement);
    p = hit + old.size();
    if (out.failed() || !vm.poll()) return Value::raised();
  }
  out.append({p, usize(end - p)});
  return out.finish_value();
}

// ---- padding

// Appends `count` bytes of `unit` repeated.
void append_padding(StringBuilder& out, std::string_view unit, usize count) {
  char* at = out.reserve(count);
  if (!at) return;
  for (usize done = 0; done < count;) {
    const std::string_view piece = done == 0 ? unit : std::string_view(at, done);
    const usize length = piece.size() < count - done ? piece.size() : count - done;
    std::memcpy(at + done, piece.data(), length);
    done += length;
  }
  out.advance(count);
}

struct Padding {
  String* s;
  usize length;  // wanted
  std::string_view unit = " ";
};

bool padding_arguments(Vm& vm, Args args, Padding& padding) {
  i64 length;
  if (!arg_string(vm, args, 0, padding.s) || !arg_int(vm, args, 1, length) || !opt_string(vm, args, 2, padding.unit)) {
    return false;
  }
  if (padding.unit.empty()) return bad_argument(vm, args, 2, "empty padding"), false;
  padding.length = length < 0 ? 0 : usize(length);
  return true;
}

/// string.padLeft(s, n [, ch=" "])
/// Exactly n bytes: padded at the left with ch, or the last n bytes of a longer string. Raises "empty padding".
///     print(string.padLeft("7", 3, "0")) // 007
Value string_pad_left(Vm& vm, Args args) {
  Padding padding;
  if (!padding_arguments(vm, args, padding)) return Value::raised();
  const std::string_view text = view(padding.s);
  if (text.size() >= padding.length) return vm.string_value(text.substr(text.size() - padding.length));
  StringBuilder out(vm);
  append_padding(out, padding.unit, padding.length - text.size());
  out.append(text);
  return out.finish_value();
}

/// string.padRight(s, n [, ch=" "])
/// Exactly n bytes: padded at the right with ch, or the first n bytes of a longer string. Raises "empty padding".
///     print(string.padRight("ab", 4, ".") .. "|") // ab..|
Value string_pad_right(Vm& vm, Args args) {
  Padding padding;
  if (!padding_arguments(vm, args, padding)) return Value::raised();
  const std::string_view text = view(padding.s);
  if (text.size() >= padding.length) return vm.string_value(text.substr(0, padding.length));
  StringBuilder out(vm);
  out.append(text);
  append_padding(out, padding.unit, padding.length - text.size());
  return out.finish_value();
}

constexpr NativeRow kRows[] = {
    {"split", string_split},
    {"join", string_join},
    {"trim", string_trim},
    {"trimLeft", string_trim_left},
    {"trimRight", string_trim_right},
    {"replaceAll", string_replace_all},
    {"padLeft", string_pad_left},
    {"padRight", string_pad_right},
};

}  // namespace

std::span<const NativeRow> parts_rows() { return kRows; }

}  // namespace gs::stdlib
