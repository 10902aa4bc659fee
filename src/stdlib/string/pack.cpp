// string.pack, unpack and packsize.
#include <bit>
#include <cmath>
#include <cstring>

#include "stdlib/string/byte_range.hpp"
#include "stdlib/string/pack_format.hpp"
#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr u32 kFormatArgument = 0;

// ---- pack

class Packer {
 public:
  Packer(Vm& vm, Args args) : vm_(vm), args_(args), out_(vm) {}

  Value run(std::string_view format) {
    PackReader reader(format);
    PackOption option;
    while (!reader.at_end()) {
      if (!reader.next(out_.size(), option)) return bad_argument(vm_, args_, kFormatArgument, reader.error());
      for (u32 i = 0; i < option.padding; i++) out_.append('\0');
      if (!pack(option) || out_.failed()) return Value::raised();
    }
    return out_.finish_value();
  }

 private:
  bool pack(const PackOption& option) {
    switch (option.kind) {
      case PackKind::kInt:
      case PackKind::kUnsigned: return pack_int(option);
      case PackKind::kFloat:
      case PackKind::kDouble: return pack_float(option);
      case PackKind::kPrefixed: return pack_prefixed(option);
      case PackKind::kTerminated: return pack_terminated();
      case PackKind::kPadByte: out_.append('\0'); return true;
      case PackKind::kAlignOnly:
      case PackKind::kNone: return true;
    }
    return true;
  }

  void append_int(i64 value, const PackOption& option) {
    char bytes[PackReader::kMaxIntSize];
    write_packed_int(value, option.size, option.little, bytes);
    out_.append({bytes, option.size});
  }

  bool pack_int(const PackOption& option) {
    i64 value;
    if (!arg_int(vm_, args_, argument_, value)) return false;
    if (!fits_packed_int(value, option.size, option.kind == PackKind::kInt)) {
      return bad_argument(vm_, args_, argument_, "integer overflow"), false;
    }
    argument_++;
    append_int(value, option);
    return true;
  }

  bool pack_float(const PackOption& option) {
    f64 value;
    if (!arg_number(vm_, args_, argument_++, value)) return false;
    append_int(option.size == 4 ? i64(std::bit_cast<u32>(float(value))) : std::bit_cast<i64>(value), option);
    return true;
  }

  bool pack_prefixed(const PackOption& option) {
    std::string_view text;
    if (!arg_string(vm_, args_, argument_, text)) return false;
    if (!fits_packed_int(i64(text.size()), option.size, false)) {
      return bad_argument(vm_, args_, argument_, "string length does not fit in given size"), false;
    }
    argument_++;
    append_int(i64(text.size()), option);
    out_.append(text);
    return true;
  }

  bool pack_terminated() {
    std::string_view text;
    if (!arg_string(vm_, args_, argument_, text)) return false;
    if (text.find('\0') != text.npos) return bad_argument(vm_, args_, argument_, "string contains zeros"), false;
    argument_++;
    out_.append(text);
    out_.append('\0');
    return true;
  }

  Vm& vm_;
  Args args_;
  u32 argument_ = 1;
  StringBuilder out_;
};

/// string.pack(fmt, ...)
/// The binary form of the values; layouts as in Lua 5.3.
///     print(string.pack("<i2 s1", 258, "abc"):byte(1, -1))
///     // 2  1  3  97  98  99
Value string_pack(Vm& vm, Args args) {
  std::string_view format;
  if (!arg_string(vm, args, kFormatArgument, format)) return Value::raised();
  return Packer(vm, args).run(format);
}

/// string.packsize(fmt)
/// The size of what pack writes; the layout must be of fixed size.
///     print(string.packsize("<i4 i8")) // 12
Value string_packsize(Vm& vm, Args args) {
  std::string_view format;
  if (!arg_string(vm, args, kFormatArgument, format)) return Value::raised();
  PackReader reader(format);
  PackOption option;
  u64 size = 0;
  while (!reader.at_end()) {
    if (!reader.next(size, option)) return bad_argument(vm, args, kFormatArgument, reader.error());
    if (option.kind == PackKind::kPrefixed || option.kind == PackKind::kTerminated) {
      return bad_argument(vm, args, kFormatArgument, "variable-length format");
    }
    size += option.padding + option.size;
  }
  return Value::small_int(i64(size));
}

// ---- unpack

class Unpacker {
 public:
  Unpacker(Vm& vm, Args args, std::string_view data, usize start)
      : vm_(vm), args_(args), data_(data), at_(start), values_(vm) {}

  Value run(std::string_view format) {
    PackReader reader(format);
    PackOption option;
    while (!reader.at_end()) {
      if (!reader.next(at_, option)) return bad_argument(vm_, args_, kFormatArgument, reader.error());
      if (!unpack(option)) return Value::raised();
    }
    if (!values_.push(Value::small_int(i64(at_) + 1))) return Value::raised();
    return vm_.results({values_.data(), values_.size()});
  }

 private:
  bool too_short() { return bad_argument(vm_, args_, 1, "data string too short"), false; }

  // Takes `count` bytes.
  bool take(u64 count, const char*& bytes) {
    if (data_.size() - at_ < count) return too_short();
    bytes = data_.data() + at_;
    at_ += count;
    return true;
  }

  bool push(Value value) { return !value.is_raised() && values_.push(value); }

  bool unpack(const PackOption& option) {
    const char* bytes;
    if (!take(option.padding, bytes)) return false;
    switch (option.kind) {
      case PackKind::kInt:
      case PackKind::kUnsigned: {
        i64 value;
        return unpack_int(option, value) && push(vm_.integer(value));
      }
      case PackKind::kFloat:
      case PackKind::kDouble: return unpack_float(option);
      case PackKind::kPrefixed: return unpack_prefixed(option);
      case PackKind::kTerminated: return unpack_terminated();
      case PackKind::kPadByte: return take(1, bytes);
      case PackKind::kAlignOnly:
      case PackKind::kNone: return true;
    }
    return true;
  }

  bool unpack_int(const PackOption& option, i64& value) {
    const char* bytes;
    if (!take(option.size, bytes)) return false;
    if (read_packed_int(bytes, option.size, option.little, option.kind == PackKind::kInt, value)) return true;
    return bad_argument(vm_, args_, 1, "integer overflow"), false;
  }

  bool unpack_float(const PackOption& option) {
    i64 bits;
    const char* bytes;
    if (!take(option.size, bytes) || !read_packed_int(bytes, option.size, option.little, false, bits)) return false;
    return push(Value::number(option.size == 4 ? f64(std::bit_cast<float>(u32(bits))) : std::bit_cast<f64>(bits)));
  }

  bool unpack_prefixed(const PackOption& option) {
    i64 length;
    const char* bytes;
    return unpack_int(option, length) && take(u64(length), bytes) && push(vm_.string_value({bytes, usize(length)}));
  }

  bool unpack_terminated() {
    const usize end = data_.find('\0', at_);
    if (end == data_.npos) return too_short();
    const std::string_view text = data_.substr(at_, end - at_);
    at_ = end + 1;
    return push(vm_.string_value(text));
  }

  Vm& vm_;
  Args args_;
  std::string_view data_;
  usize at_;
  RootedValues values_;
};

/// string.unpack(fmt, s [, pos=1])
/// The values that pack wrote, and the position after them.
///     print(string.unpack("<i2", "\x01\x02")) // 513  3
Value string_unpack(Vm& vm, Args args) {
  std::string_view format, data;
  i64 position = 1;
  if (!arg_string(vm, args, kFormatArgument, format) || !arg_string(vm, args, 1, data) ||
      !opt_int(vm, args, 2, position)) {
    return Value::raised();
  }
  position = absolute_index(position, data.size());
  if (position < 1 || position > i64(data.size()) + 1) {
    return bad_argument(vm, args, 2, "initial position out of string");
  }
  return Unpacker(vm, args, data, usize(position - 1)).run(format);
}

constexpr NativeRow kRows[] = {
    {"pack", string_pack},
    {"unpack", string_unpack},
    {"packsize", string_packsize},
};

}  // namespace

std::span<const NativeRow> pack_rows() { return kRows; }

}  // namespace gs::stdlib
