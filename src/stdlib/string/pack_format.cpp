// Reading pack formats. Native byte order is little-endian on every supported CPU.
#include "stdlib/string/pack_format.hpp"

#include <cstdio>

namespace gs::stdlib {

bool PackReader::fail(const char* error) {
  error_ = error;
  return false;
}

bool PackReader::invalid(char c) {
  std::snprintf(error_text_, sizeof error_text_, "invalid format option '%c'", c);
  return fail(error_text_);
}

// Digits at the cursor; `initial` if there are none.
bool PackReader::read_size(u32 initial, u32& size) {
  if (p_ == end_ || u8(*p_ - '0') > 9) {
    size = initial;
    return true;
  }
  for (size = 0; p_ < end_ && u8(*p_ - '0') <= 9; p_++) {
    if (size < 1000) size = size * 10 + u32(*p_ - '0');
  }
  if (size < 1 || size > kMaxIntSize) return fail("integral size out of limits [1,16]");
  return true;
}

// Options that set the state of the reader give kNone.
bool PackReader::read_kind(PackOption& option) {
  const char c = *p_++;
  auto item = [&](PackKind kind, u32 size) {
    option.kind = kind;
    option.size = size;
    return true;
  };
  switch (c) {
    case 'b': return item(PackKind::kInt, 1);
    case 'B': return item(PackKind::kUnsigned, 1);
    case 'h': return item(PackKind::kInt, 2);
    case 'H': return item(PackKind::kUnsigned, 2);
    case 'l': case 'j': return item(PackKind::kInt, 8);
    case 'L': case 'J': case 'T': return item(PackKind::kUnsigned, 8);
    case 'f': return item(PackKind::kFloat, 4);
    case 'd': case 'n': return item(PackKind::kDouble, 8);
    case 'i': return item(PackKind::kInt, 4) && read_size(4, option.size);
    case 'I': return item(PackKind::kUnsigned, 4) && read_size(4, option.size);
    case 's': return item(PackKind::kPrefixed, 8) && read_size(8, option.size);
    case 'z': return item(PackKind::kTerminated, 0);
    case 'x': return item(PackKind::kPadByte, 1);
    case 'X': return item(PackKind::kAlignOnly, 0);
    case ' ': return true;
    case '<': case '=':
      little_ = true;
      return true;
    case '>':
      little_ = false;
      return true;
    case '!': return read_size(8, max_alignment_);
    default: return invalid(c);
  }
}

bool PackReader::align(u64 offset, u32 alignment, PackOption& option) {
  if (alignment > max_alignment_) alignment = max_alignment_;
  if (alignment <= 1) return true;
  if (alignment & (alignment - 1)) return fail("format asks for alignment not power of 2");
  option.padding = u32((alignment - (offset & (alignment - 1))) & (alignment - 1));
  return true;
}

// X aligns as the option behind it would, which is used up.
bool PackReader::read_alignment_only(PackOption& option) {
  PackOption aligned;
  if (p_ == end_) return fail("invalid next option for option 'X'");
  if (!read_kind(aligned)) return false;
  if (aligned.size == 0 || aligned.kind == PackKind::kPadByte) return fail("invalid next option for option 'X'");
  option.size = aligned.size;
  return true;
}

bool PackReader::next(u64 offset, PackOption& option) {
  option = {};
  if (!read_kind(option)) return false;
  option.little = little_;
  switch (option.kind) {
    case PackKind::kTerminated:
    case PackKind::kPadByte:
    case PackKind::kNone: return true;
    case PackKind::kAlignOnly: {
      if (!read_alignment_only(option)) return false;
      const u32 alignment = option.size;
      option.size = 0;
      return align(offset, alignment, option);
    }
    default: return align(offset, option.size, option);
  }
}

void write_packed_int(i64 value, u32 size, bool little, char* out) {
  for (u32 i = 0; i < size; i++) {
    const char byte = i < 8 ? char(u64(value) >> (8 * i)) : char(value < 0 ? -1 : 0);
    out[little ? i : size - 1 - i] = byte;
  }
}

bool read_packed_int(const char* bytes, u32 size, bool little, bool is_signed, i64& value) {
  auto byte = [&](u32 i) { return u8(bytes[little ? i : size - 1 - i]); };
  u64 bits = 0;
  const u32 low = size < 8 ? size : 8;
  for (u32 i = 0; i < low; i++) bits |= u64(byte(i)) << (8 * i);
  if (is_signed && size < 8) {
    const u32 unused = 64 - 8 * size;
    bits = u64(i64(bits << unused) >> unused);
  }
  const u8 extension = is_signed && i64(bits) < 0 ? 0xFF : 0;
  for (u32 i = 8; i < size; i++) {
    if (byte(i) != extension) return false;
  }
  value = i64(bits);
  return true;
}

bool fits_packed_int(i64 value, u32 size, bool is_signed) {
  if (size >= 8) return true;
  if (!is_signed) return u64(value) >> (8 * size) == 0;
  const i64 limit = i64(1) << (8 * size - 1);
  return value >= -limit && value < limit;
}

}  // namespace gs::stdlib
