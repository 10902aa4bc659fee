// UTF-8 decoding by lead byte; ASCII runs are skipped eight bytes at a time.
#include "base/utf8.hpp"

#include <cstring>

namespace gs {

namespace {

constexpr CodePoint kInvalid{kReplacement, 1, false};

bool is_continuation(char c) { return (u8(c) & 0xC0) == 0x80; }

// Bytes of the ASCII run at the start, counted in blocks and words first.
usize ascii_run(const char* p, const char* end) {
  const char* start = p;
  for (; end - p >= 64; p += 64) {
    u64 words[8];
    std::memcpy(words, p, 64);
    u64 all = 0;
    for (u64 word : words) all |= word;
    if (all & 0x8080808080808080ull) break;
  }
  for (; end - p >= 8; p += 8) {
    u64 word;
    std::memcpy(&word, p, 8);
    if (word & 0x8080808080808080ull) break;
  }
  while (p < end && is_ascii(*p)) p++;
  return usize(p - start);
}

}  // namespace

CodePoint decode_utf8_multi(const char* p, const char* end) {
  const u8 lead = u8(*p);
  const usize left = usize(end - p);
  if (lead < 0xC2 || lead > 0xF4 || left < 2 || !is_continuation(p[1])) return kInvalid;
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | (u8(p[1]) & 0x3Fu), 2, true};
  if (left < 3 || !is_continuation(p[2])) return kInvalid;
  const u32 middle = (u8(p[1]) & 0x3Fu) << 6 | (u8(p[2]) & 0x3Fu);
  if (lead < 0xF0) {
    const u32 code = (lead & 0x0Fu) << 12 | middle;
    return code < 0x800 || is_surrogate(code) ? kInvalid : CodePoint{code, 3, true};
  }
  if (left < 4 || !is_continuation(p[3])) return kInvalid;
  const u32 code = (lead & 0x07u) << 18 | middle << 6 | (u8(p[3]) & 0x3Fu);
  return code < 0x10000 || code > kMaxCodePoint ? kInvalid : CodePoint{code, 4, true};
}

CodePoint decode_utf8_before(const char* begin, const char* p) {
  for (u32 length = 1; length <= kMaxUtf8 && p - begin >= length; length++) {
    if (is_continuation(p[-i64(length)])) continue;
    const CodePoint point = decode_utf8(p - length, p);
    return point.length == length ? point : kInvalid;
  }
  return kInvalid;
}

usize encode_utf8(u32 code, char* out) {
  if (code < 0x80) {
    out[0] = char(code);
    return 1;
  }
  if (code < 0x800) {
    out[0] = char(0xC0 | code >> 6);
    out[1] = char(0x80 | (code & 0x3F));
    return 2;
  }
  if (code < 0x10000) {
    out[0] = char(0xE0 | code >> 12);
    out[1] = char(0x80 | (code >> 6 & 0x3F));
    out[2] = char(0x80 | (code & 0x3F));
    return 3;
  }
  out[0] = char(0xF0 | code >> 18);
  out[1] = char(0x80 | (code >> 12 & 0x3F));
  out[2] = char(0x80 | (code >> 6 & 0x3F));
  out[3] = char(0x80 | (code & 0x3F));
  return 4;
}

bool is_ascii(std::string_view text) { return ascii_run(text.data(), text.data() + text.size()) == text.size(); }

bool is_valid_utf8(std::string_view text) {
  const char* p = text.data();
  const char* end = p + text.size();
  while (p < end) {
    if (is_ascii(*p)) {
      p += ascii_run(p, end);
      continue;
    }
    const CodePoint point = decode_utf8_multi(p, end);
    if (!point.valid) return false;
    p += point.length;
  }
  return true;
}

usize count_code_points(std::string_view text) {
  usize missing = text.size();
  skip_code_points(text, 0, missing);
  return text.size() - missing;
}

usize skip_code_points(std::string_view text, usize start, usize& count) {
  const char* p = text.data() + start;
  const char* end = text.data() + text.size();
  while (count > 0 && p < end) {
    if (is_ascii(*p)) {
      usize run = ascii_run(p, usize(end - p) < count ? end : p + count);
      p += run;
      count -= run;
      continue;
    }
    p += decode_utf8_multi(p, end).length;
    count--;
  }
  return usize(p - text.data());
}

}  // namespace gs
