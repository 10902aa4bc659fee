// string.format: walks the format, takes an argument per verb, pads. Numbers are laid out by format_spec.cpp.
#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "prim/number_text.hpp"
#include "stdlib/string/format_spec.hpp"
#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

void append_fill(StringBuilder& out, char c, u64 count) {
  if (count == 0) return;
  char* at = out.reserve(count);
  if (!at) return;
  std::memset(at, c, count);
  out.advance(count);
}

class Formatter {
 public:
  Formatter(Vm& vm, Args args, std::string_view format)
      : vm_(vm), args_(args), p_(format.data()), end_(p_ + format.size()), out_(vm) {}

  Value run() {
    while (p_ < end_) {
      auto* percent = static_cast<const char*>(std::memchr(p_, '%', usize(end_ - p_)));
      if (!percent) percent = end_;
      out_.append({p_, usize(percent - p_)});
      p_ = percent;
      if (p_ == end_) break;
      p_++;
      if (!directive()) return Value::raised();
    }
    return out_.finish_value();
  }

 private:
  // Behind a '%'. False = raised.
  bool directive() {
    if (p_ == end_) return vm_.raise("invalid format string (ends with %)"), false;
    if (*p_ == '%') {
      p_++;
      out_.append('%');
      return true;
    }
    if (argument_ < args_.count && plain_directive(args_.base[argument_])) return !out_.failed();
    if (vm_.is_raising()) return false;
    FormatSpec spec;
    const char* start = p_;
    if (!parse_format_spec(p_, end_, spec)) return invalid(start);
    switch (spec.verb) {
      case 'd': case 'i': case 'u': case 'x': case 'X': case 'o': return format_int(spec);
      case 'f': case 'F': case 'e': case 'E': case 'g': case 'G': case 'a': case 'A': return format_float(spec);
      case 'c': return format_code_point(spec);
      case 's': return format_string(spec);
      case 'q': return format_quoted(spec);
      default: return invalid(start);
    }
  }

  // %s, and %d of a small int: most directives. False: not one of them, or raised.
  bool plain_directive(Value value) {
    if (*p_ == 'd' && value.is_small_int()) {
      char* at = out_.reserve(prim::kMaxNumberText);
      if (at) out_.advance(prim::format_int(value.as_small_int(), at));
    } else if (*p_ != 's' || !vm_.append_string_form(out_, value)) {
      return false;
    }
    p_++;
    argument_++;
    return true;
  }

  bool invalid(const char* start) {
    // A verb of several bytes is shown whole.
    if (p_ > start && !is_ascii(p_[-1])) p_ += decode_utf8(p_ - 1, end_).length - 1;
    std::string text = "invalid format specifier '%";
    text.append(start, p_).append("'");
    return vm_.raise(text), false;
  }

  bool has_argument() {
    if (argument_ < args_.count) return true;
    return bad_argument(vm_, args_, argument_, "no value"), false;
  }

  bool format_int(const FormatSpec& spec) {
    i64 value;
    if (!has_argument() || !arg_int(vm_, args_, argument_++, value)) return false;
    NumberParts parts;
    lay_out_int(spec, value, parts);
    return append_number(spec, parts);
  }

  bool format_float(const FormatSpec& spec) {
    f64 value;
    if (!has_argument() || !arg_number(vm_, args_, argument_++, value)) return false;
    NumberParts parts;
    lay_out_float(spec, value, parts);
    return append_number(spec, parts);
  }

  bool append_number(const FormatSpec& spec, NumberParts& parts) {
    const u64 size = parts.size();
    const u64 padding = u64(spec.width) > size ? u64(spec.width) - size : 0;
    const bool zeros = spec.zero && !spec.left && parts.may_zero_pad;
    if (zeros) parts.leading_zeros += padding;
    if (!zeros && !spec.left) append_fill(out_, ' ', padding);
    out_.append({parts.prefix, parts.prefix_length});
    append_fill(out_, '0', parts.leading_zeros);
    out_.append(parts.body);
    append_fill(out_, '0', parts.inner_zeros);
    if (!parts.suffix.empty()) out_.append(parts.suffix);
    if (spec.left) append_fill(out_, ' ', padding);
    return !out_.failed();
  }

  bool format_code_point(const FormatSpec& spec) {
    i64 code;
    if (!has_argument() || !arg_int(vm_, args_, argument_, code)) return false;
    if (code < 0 || code > kMaxCodePoint || !is_scalar(u32(code))) {
      return bad_argument(vm_, args_, argument_, "value out of range"), false;
    }
    argument_++;
    char bytes[kMaxUtf8];
    return append_padded(spec, {bytes, encode_utf8(u32(code), bytes)});
  }

  // Precision counts code points.
  bool format_string(const FormatSpec& spec) {
    if (!has_argument()) return false;
    const String* s = vm_.to_string_form(args_.base[argument_++]);
    if (!s) return false;
    std::string_view text = view(s);
    if (spec.precision >= 0) {
      usize count = usize(spec.precision);
      text = text.substr(0, skip_code_points(text, 0, count));
    }
    return append_padded(spec, text);
  }

  bool format_quoted(const FormatSpec& spec) {
    if (!has_argument()) return false;
    const String* s = vm_.to_string_form(args_.base[argument_++]);
    if (!s) return false;
    StringBuilder quoted(vm_);
    quoted.append('"');
    for (char c : view(s)) append_quoted(quoted, c);
    quoted.append('"');
    return !quoted.failed() && append_padded(spec, quoted.view());
  }

  static void append_quoted(StringBuilder& quoted, char c) {
    switch (c) {
      case '"': quoted.append("\\\""); break;
      case '\\': quoted.append("\\\\"); break;
      case '\n': quoted.append("\\n"); break;
      case '\r': quoted.append("\\r"); break;
      case '\0': quoted.append("\\0"); break;
      default: quoted.append(c); break;
    }
  }

  bool append_padded(const FormatSpec& spec, std::string_view text) {
    const u64 padding = u64(spec.width) > text.size() ? u64(spec.width) - text.size() : 0;
    if (!spec.left) append_fill(out_, ' ', padding);
    out_.append(text);
    if (spec.left) append_fill(out_, ' ', padding);
    return !out_.failed();
  }

  Vm& vm_;
  Args args_;
  const char* p_;
  const char* end_;
  u32 argument_ = 1;
  StringBuilder out_;
};

/// string.format(fmt, ...)
/// Text by a format as in C: `%d %x %o %c %f %e %g %s %q`, with flags, width and precision. `%s` takes any value.
///     print(string.format("%5d|%-5s|%05.1f|%x", 42, "ab", 3.14159, 255)) //    42|ab   |003.1|ff
///     print(string.format("%q", "a\"b")) // "a\"b"
Value string_format(Vm& vm, Args args) {
  std::string_view format;
  if (!arg_string(vm, args, 0, format)) return Value::raised();
  return Formatter(vm, args, format).run();
}

constexpr NativeRow kRows[] = {{"format", string_format}};

}  // namespace

std::span<const NativeRow> format_rows() { return kRows; }

}  // namespace gs::stdlib
