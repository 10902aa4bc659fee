// The layouts of string.pack (language 15.2): a format string read option by option, with sizes and alignment worked
// out. Pure.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

enum class PackKind : u8 { kInt, kUnsigned, kFloat, kDouble, kPrefixed, kTerminated, kPadByte, kAlignOnly, kNone };

struct PackOption {
  PackKind kind = PackKind::kNone;
  u32 size = 0;      // bytes of the item; of its length for kPrefixed
  u32 padding = 0;   // zero bytes before it
  bool little = true;
};

class PackReader {
 public:
  explicit PackReader(std::string_view format) : p_(format.data()), end_(p_ + format.size()) {}

  bool at_end() const { return p_ == end_; }
  // The next option, for an item that would start `offset` bytes into the data. False: error() says why.
  [[nodiscard]] bool next(u64 offset, PackOption& option);
  const char* error() const { return error_; }

  static constexpr u32 kMaxIntSize = 16;

 private:
  bool read_kind(PackOption& option);
  bool read_size(u32 initial, u32& size);
  bool read_alignment_only(PackOption& option);
  bool align(u64 offset, u32 alignment, PackOption& option);
  bool fail(const char* error);
  bool invalid(char c);

  const char* p_;
  const char* end_;
  bool little_ = true;
  u32 max_alignment_ = 1;
  const char* error_ = nullptr;
  char error_text_[32];
};

// The low `size` bytes of `value`, sign-extended if there are more than eight.
void write_packed_int(i64 value, u32 size, bool little, char* out);
// Reads an int of `size` bytes. False if it does not fit 64 bits.
[[nodiscard]] bool read_packed_int(const char* bytes, u32 size, bool little, bool is_signed, i64& value);
// Whether `value` can be packed into `size` bytes.
bool fits_packed_int(i64 value, u32 size, bool is_signed);

}  // namespace gs::stdlib
