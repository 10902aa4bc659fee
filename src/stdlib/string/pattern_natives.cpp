// find, match and gmatch.
#include "stdlib/string/byte_range.hpp"
#include "stdlib/string/capture_values.hpp"
#include "stdlib/string/gsub.hpp"
#include "stdlib/string/pattern_cache.hpp"
#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

using namespace vm;

Value capture_value(Vm& vm, const Matcher& matcher, u32 index) {
  const Pattern& pattern = matcher.pattern();
  if (index == 0 && pattern.captures == 0) {
    return vm.string_value({matcher.match_begin(), usize(matcher.match_end() - matcher.match_begin())});
  }
  const Capture& capture = matcher.capture(index);
  if (pattern.is_position(index)) return Value::small_int(capture.begin - matcher.subject_begin() + 1);
  return vm.string_value({capture.begin, usize(capture.end - capture.begin)});
}

u32 capture_values(Vm& vm, const Matcher& matcher, bool whole_match, Value* out) {
  u32 count = matcher.pattern().captures;
  if (count == 0 && whole_match) count = 1;
  for (u32 i = 0; i < count; i++) {
    out[i] = capture_value(vm, matcher, i);
    if (out[i].is_raised()) return kRaisedCaptures;
  }
  return count;
}

namespace {

// The captures as results: the whole match if the pattern has none.
Value capture_results(Vm& vm, const Matcher& matcher) {
  if (matcher.pattern().captures <= 1) return capture_value(vm, matcher, 0);
  Value values[kMaxCaptures];
  const u32 count = capture_values(vm, matcher, true, values);
  return count == kRaisedCaptures ? Value::raised() : vm.results({values, count});
}

Value no_match(const Matcher& matcher) { return matcher.stopped() ? Value::raised() : Value::nil(); }

struct Search {
  String* subject;
  String* pattern;
  usize start;     // offset to search from
  bool in_range;   // init is within the subject
};

bool search_arguments(Vm& vm, Args args, Search& search) {
  i64 init = 1;
  if (!arg_string(vm, args, 0, search.subject) || !arg_string(vm, args, 1, search.pattern) ||
      !opt_int(vm, args, 2, init)) {
    return false;
  }
  init = absolute_index(init, search.subject->length);
  if (init < 1) init = 1;
  search.start = usize(init - 1);
  search.in_range = search.start <= search.subject->length;
  return true;
}

Value positions(Vm& vm, const Search& search, const char* begin, usize length) {
  const i64 first = begin - search.subject->data + 1;
  return vm.results({Value::small_int(first), Value::small_int(first + i64(length) - 1)});
}

Value find_plain(Vm& vm, const Search& search) {
  const std::string_view text = view(search.subject);
  const char* hit = find_text(text.data() + search.start, text.data() + text.size(), view(search.pattern));
  return hit ? positions(vm, search, hit, search.pattern->length) : Value::nil();
}

/// string.find(s, pat [, init=1 [, plain]])
/// Where the first match of a pattern begins and ends, and its captures; nil if there is none. With plain, pat is
/// searched as it stands.
///     print(string.find("hello world", "o w")) // 5  7
///     print(string.find("key=1", "(%w+)=(%w+)")) // 1  5  key  1
///     print(string.find("a.b", ".", 1, true)) // 2  2
Value string_find(Vm& vm, Args args) {
  Search search;
  if (!search_arguments(vm, args, search)) return Value::raised();
  if (!search.in_range) return Value::nil();
  if (args[3].is_truthy() || is_plain_pattern(view(search.pattern))) return find_plain(vm, search);
  const Pattern* pattern = get_pattern(vm, args, search.pattern);
  if (!pattern) return Value::raised();
  Matcher matcher(*pattern, view(search.subject), poll_vm, &vm);
  if (!matcher.search(search.subject->data + search.start)) return no_match(matcher);
  const usize length = usize(matcher.match_end() - matcher.match_begin());
  if (pattern->captures == 0) return positions(vm, search, matcher.match_begin(), length);
  Value values[2 + kMaxCaptures];
  const i64 first = matcher.match_begin() - search.subject->data + 1;
  values[0] = Value::small_int(first);
  values[1] = Value::small_int(first + i64(length) - 1);
  const u32 count = capture_values(vm, matcher, false, values + 2);
  return count == kRaisedCaptures ? Value::raised() : vm.results({values, count + 2});
}

/// string.match(s, pat [, init=1])
/// The captures of the first match, or the whole match if the pattern has none; nil if there is no match.
///     print(string.match("2024-03-11", "(%d+)-(%d+)")) // 2024  03
///     print(string.match("  trim  ", "^%s*(.-)%s*$")) // trim
Value string_match(Vm& vm, Args args) {
  Search search;
  if (!search_arguments(vm, args, search)) return Value::raised();
  if (!search.in_range) return Value::nil();
  const Pattern* pattern = get_pattern(vm, args, search.pattern);
  if (!pattern) return Value::raised();
  Matcher matcher(*pattern, view(search.subject), poll_vm, &vm);
  return matcher.search(search.subject->data + search.start) ? capture_results(vm, matcher) : no_match(matcher);
}

// ---- gmatch: a native with the state of the iteration in its captures

enum GmatchCapture { kSubject, kProgram, kFrom, kLastEnd };

Value gmatch_next(Vm& vm, Args args) {
  Native* self = args.callee();
  const String* subject = self->captures[kSubject].as_string();
  auto* pattern = static_cast<const Pattern*>(self->captures[kProgram].as_cell());
  i64 from = self->captures[kFrom].as_small_int();
  const i64 last_end = self->captures[kLastEnd].as_small_int();
  Matcher matcher(*pattern, view(subject), poll_vm, &vm);
  for (; from <= i64(subject->length); from++) {
    if (!matcher.search(subject->data + from)) break;
    const i64 end = matcher.match_end() - subject->data;
    // An empty match right behind the last one is none.
    if (end == last_end) continue;
    self->captures[kFrom] = self->captures[kLastEnd] = Value::small_int(end);
    return capture_results(vm, matcher);
  }
  if (matcher.stopped()) return Value::raised();
  self->captures[kFrom] = Value::small_int(i64(subject->length) + 1);
  return Value::nil();
}

/// string.gmatch(s, pat)
/// A function that gives the captures (or the whole match) of the next match on each call, then nil.
///     print(string.gmatch("one two", "%a+")()) // one
Value string_gmatch(Vm& vm, Args args) {
  String* subject;
  String* text;
  if (!arg_string(vm, args, 0, subject) || !arg_string(vm, args, 1, text)) return Value::raised();
  const Pattern* pattern = get_pattern(vm, args, text, false);
  if (!pattern) return Value::raised();
  Native* next = vm.native("gmatch iterator", gmatch_next,
                           {Value::string(subject), Value::object(pattern), Value::small_int(0), Value::small_int(-1)});
  return next ? Value::function(next) : Value::raised();
}

constexpr NativeRow kRows[] = {
    {"find", string_find},
    {"match", string_match},
    {"gmatch", string_gmatch},
    {"gsub", string_gsub},
};

}  // namespace

bool install_patterns(Vm& vm, Table* library) {
  const Value cache = new_pattern_cache(vm);
  if (cache.is_raised()) return false;
  for (const NativeRow& row : kRows) {
    Native* function = vm.native(std::string("string.") + row.name, row.entry, {cache});
    if (!function || !table_set_name(vm, library, row.name, Value::function(function))) return false;
  }
  return true;
}

}  // namespace gs::stdlib
