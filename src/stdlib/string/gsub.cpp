// Substitution: the text between matches is copied, each match replaced by a template, a table's entry or a call's
// result. Calls may run anything, yield included; all state is on this native's stack.
#include "stdlib/string/gsub.hpp"

#include <cstdio>

#include "prim/number_text.hpp"
#include "stdlib/string/capture_values.hpp"
#include "stdlib/string/pattern_cache.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

class Substitution {
 public:
  Substitution(Vm& vm, String* subject, const Pattern& pattern, Value replacement, i64 limit)
      : vm_(vm),
        subject_(subject),
        matcher_(pattern, view(subject), poll_vm, &vm),
        replacement_(replacement),
        limit_(limit),
        out_(vm) {
    if (replacement.is_string()) {
      template_ = view(replacement.as_string());
      is_plain_ = template_.find('%') == template_.npos;
    }
  }

  Value run() {
    const char* copied = subject_->data;  // up to here the subject is in out_
    const char* last_end = nullptr;
    const char* from = copied;
    while (count_ < limit_ && from <= matcher_.subject_end() && matcher_.search(from)) {
      from = matcher_.match_end();
      if (from == last_end) {
        // An empty match right behind the last one is none.
        if (matcher_.pattern().anchored) break;
        from++;
        continue;
      }
      count_++;
      out_.append({copied, usize(matcher_.match_begin() - copied)});
      if (!replace() || out_.failed() || !vm_.poll()) return Value::raised();
      copied = last_end = from;
      if (matcher_.pattern().anchored) break;
    }
    if (matcher_.stopped()) return Value::raised();
    Value result = Value::string(subject_);
    if (count_ > 0) {
      out_.append({copied, usize(matcher_.subject_end() - copied)});
      result = out_.finish_value();
      if (result.is_raised()) return result;
    }
    return vm_.results({result, Value::small_int(count_)});
  }

 private:
  // Appends what the current match becomes. False = raised.
  bool replace() {
    if (is_plain_) {
      out_.append(template_);
      return true;
    }
    if (replacement_.is_string()) return expand_template();
    const Value value = replacement_.is_table() ? look_up() : call();
    return !value.is_raised() && append_value(value);
  }

  bool expand_template() {
    for (usize i = 0; i < template_.size(); i++) {
      const char c = template_[i];
      if (c != '%') {
        out_.append(c);
        continue;
      }
      const char next = ++i < template_.size() ? template_[i] : 0;
      if (next == '%') {
        out_.append('%');
      } else if (u8(next - '0') > 9) {
        return vm_.raise("invalid use of '%' in replacement string"), false;
      } else if (!append_capture(u32(next - '0'))) {
        return false;
      }
    }
    return true;
  }

  // %0 is the whole match, %1 too if there are no captures.
  bool append_capture(u32 number) {
    const Pattern& pattern = matcher_.pattern();
    if (number == 0 || (number == 1 && pattern.captures == 0)) {
      append_text(matcher_.match_begin(), matcher_.match_end());
      return true;
    }
    if (number > pattern.captures) {
      char text[] = "invalid capture index %0";
      text[sizeof text - 2] = char('0' + number);
      return vm_.raise(text), false;
    }
    const Capture& capture = matcher_.capture(number - 1);
    if (pattern.is_position(number - 1)) {
      append_number(Value::small_int(capture.begin - matcher_.subject_begin() + 1));
    } else {
      append_text(capture.begin, capture.end);
    }
    return true;
  }

  Value look_up() {
    const Value key = capture_value(vm_, matcher_, 0);
    if (key.is_raised()) return key;
    Table* table = replacement_.as_table();
    const Value raw = table_get(table, key);
    if (!raw.is_nil() || !(table->flags & Table::kHasMetatable)) return raw;
    return vm_.index(replacement_, key);
  }

  Value call() {
    Value values[kMaxCaptures];
    const u32 count = capture_values(vm_, matcher_, true, values);
    return count == kRaisedCaptures ? Value::raised() : vm_.call(replacement_, std::span(values, count));
  }

  bool append_value(Value value) {
    if (value.is_string()) {
      out_.append(view(value.as_string()));
    } else if (value.is_falsy()) {
      append_text(matcher_.match_begin(), matcher_.match_end());
    } else if (value.is_number()) {
      append_number(value);
    } else {
      vm_.raise_format("invalid replacement value (a %s)", vm_.type_name(value));
      return false;
    }
    return true;
  }

  void append_text(const char* begin, const char* end) { out_.append({begin, usize(end - begin)}); }

  void append_number(Value number) {
    char* at = out_.reserve(prim::kMaxNumberText);
    if (!at) return;
    out_.advance(number.is_int() ? prim::format_int(number.as_int(), at) : prim::format_float(number.as_double(), at));
  }

  Vm& vm_;
  String* subject_;
  Matcher matcher_;
  Value replacement_;
  i64 limit_;
  i64 count_ = 0;
  std::string_view template_;
  bool is_plain_ = false;
  StringBuilder out_;
};

}  // namespace

/// string.gsub(s, pat, repl [, n])
/// s with at most n matches replaced, and their number. repl is a string, in which `%1` is a capture, a table
/// indexed by the first capture, or a function of the captures; nil or false keep the match.
///     print(string.gsub("hello world", "%w+", "<%0>", 1)) // <hello> world  1
///     print(string.gsub("$name", "%$(%w+)", {name: "Ann"})) // Ann  1
///     print(string.gsub("abc", "%w", string.upper)) // ABC  3
Value string_gsub(Vm& vm, Args args) {
  String* subject;
  String* text;
  i64 limit = INT64_MAX;
  if (!arg_string(vm, args, 0, subject) || !arg_string(vm, args, 1, text)) return Value::raised();
  const Value replacement = args[2];
  if (!replacement.is_string() && !replacement.is_table() && !replacement.is_function()) {
    return bad_type(vm, args, 2, "string, table or function");
  }
  if (!opt_int(vm, args, 3, limit)) return Value::raised();
  const Pattern* pattern = get_pattern(vm, args, text);
  if (!pattern) return Value::raised();
  return Substitution(vm, subject, *pattern, replacement, limit).run();
}

}  // namespace gs::stdlib
