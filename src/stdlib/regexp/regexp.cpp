// Links RE2. The functions of the library and the methods of regexp objects share their bodies: both have their first
// string at index 1, behind the pattern or the object.
#include "stdlib/regexp/regexp.hpp"

#include <new>

#include "stdlib/regexp/engine.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr usize kCompileWork = 4096;  // of an instruction, in bytes read (Vm::charge)

struct Regexp {
  Vm* vm;
  RE2* re;
  String* pattern;

  usize accounted() const { return usize(re->options().max_mem()); }
};

void destroy_regexp(void* payload) {
  auto* regexp = static_cast<Regexp*>(payload);
  if (!regexp->re) return;
  regexp->vm->heap().unaccount(regexp->accounted());
  delete regexp->re;
}

Value regexp_field(Vm&, void* payload, std::string_view name) {
  String* pattern = static_cast<Regexp*>(payload)->pattern;
  return name == "pattern" && pattern ? Value::string(pattern) : Value::nil();
}

const UserdataClass kRegexpClass = {
    "regexp", destroy_regexp,
    [](void* payload, void* marker) { static_cast<Heap*>(marker)->mark_cell(static_cast<Regexp*>(payload)->pattern); },
    regexp_field};

// nil: the pattern is malformed, see error.
Value new_regexp(Vm& vm, String* pattern, std::string& error) {
  std::unique_ptr<RE2> re = compile_regexp(view(pattern), error);
  if (!re) return Value::nil();
  vm.charge(usize(re->ProgramSize()) * kCompileWork);
  Userdata* object = vm.userdata(kRegexpClass, nullptr, sizeof(Regexp));
  if (!object) return Value::raised();
  Regexp regexp{&vm, re.get(), pattern};
  if (!vm.heap().account(regexp.accounted())) return Value::raised();
  *reinterpret_cast<Regexp*>(object->payload) = regexp;
  re.release();
  return Value::object(object);
}

Value raise_pattern_error(Vm& vm, Args args, const std::string& error) {
  return vm.raise(std::string(view(args.callee()->name)) + ": " + error);
}

// ---- functions that take a pattern: they keep the regexps of the last patterns in a table they capture

constexpr i64 kCacheSize = 64;

Value cached_regexp(Vm& vm, Args args, String* pattern) {
  Table* cache = capture(args, 0).as_table();
  Value known = table_get_string(cache, pattern);
  if (!known.is_nil()) return known;
  std::string error;
  Value made = new_regexp(vm, pattern, error);
  if (made.is_nil()) return raise_pattern_error(vm, args, error);
  if (made.is_raised()) return made;
  if (table_length(cache) >= kCacheSize) {
    Value oldest = table_remove_at(vm, cache, 1);
    if (!table_set_string(vm, cache, oldest.as_string(), Value::nil())) return Value::raised();
  }
  bool kept = table_append(vm, cache, Value::string(pattern)) && table_set(vm, cache, Value::string(pattern), made);
  return kept ? made : Value::raised();
}

// The text a regexp works on: matching takes time in proportion to it. False = raised.
bool arg_text(Vm& vm, Args args, std::string_view& text) {
  return arg_string(vm, args, 1, text) && charge(vm, text.size() / 4);
}

// The regexp of a call: the object, or the compiled pattern. Null = raised.
template <bool kMethod>
const RE2* arg_regexp(Vm& vm, Args args) {
  Regexp* regexp;
  String* pattern;
  if (kMethod) return arg_object(vm, args, 0, kRegexpClass, regexp) ? regexp->re : nullptr;
  if (!arg_string(vm, args, 0, pattern)) return nullptr;
  Value object = cached_regexp(vm, args, pattern);
  if (object.is_raised()) return nullptr;
  return reinterpret_cast<Regexp*>(static_cast<Userdata*>(object.as_cell())->payload)->re;
}

// ---- bodies

/// regexp.match(p, s)
/// Whether pattern p matches anywhere in s.
///     print(regexp.match(`\d+`, "abc123")) // true

/// regexp:match(s)
/// Whether it matches anywhere in s.
///     print(regexp.mustCompile("^a"):match("abc")) // true

template <bool kMethod>
Value regexp_match(Vm& vm, Args args) {
  const RE2* re = arg_regexp<kMethod>(vm, args);
  std::string_view text;
  if (!re || !arg_text(vm, args, text)) return Value::raised();
  re2::StringPiece piece(text.data(), text.size());
  return Value::boolean(re->Match(piece, 0, text.size(), RE2::UNANCHORED, nullptr, 0));
}

/// regexp.find(p, s)
/// The leftmost match of pattern p, or nil.
///     print(regexp.find(`\d+`, "a12b345")) // 12

/// regexp:find(s)
/// The leftmost match, or nil.
///     print(regexp.mustCompile("b+"):find("abba")) // bb

template <bool kMethod>
Value regexp_find(Vm& vm, Args args) {
  const RE2* re = arg_regexp<kMethod>(vm, args);
  std::string_view text;
  if (!re || !arg_text(vm, args, text)) return Value::raised();
  MatchWalker match(*re, text, 0);
  return match.next() ? vm.string_value(match.part(0)) : Value::nil();
}

// The whole match and the groups as an array.
Value parts_of(Vm& vm, const MatchWalker& match) {
  Table* parts = vm.table(u32(match.size()));
  for (usize i = 0; parts && i < match.size(); i++) {
    Value part = vm.string_value(match.part(i));
    if (part.is_raised() || !table_append(vm, parts, part)) return Value::raised();
  }
  return parts ? Value::table(parts) : Value::raised();
}

/// regexp:findSubmatch(s)
/// Array of the whole match and the groups, "" for those that took no part; or nil.
///     print(table.concat(regexp.mustCompile(`(\w)(\d)`):findSubmatch("x a1"), " ")) // a1 a 1
Value regexp_find_submatch(Vm& vm, Args args) {
  const RE2* re = arg_regexp<true>(vm, args);
  std::string_view text;
  if (!re || !arg_text(vm, args, text)) return Value::raised();
  MatchWalker match(*re, text, u32(re->NumberOfCapturingGroups()));
  return match.next() ? parts_of(vm, match) : Value::nil();
}

Value find_all(Vm& vm, Args args, const RE2* re, bool with_groups) {
  std::string_view text;
  i64 limit = -1;
  if (!re || !arg_text(vm, args, text) || !opt_int(vm, args, 2, limit)) return Value::raised();
  Table* found = vm.table();
  MatchWalker match(*re, text, with_groups ? u32(re->NumberOfCapturingGroups()) : 0);
  for (i64 count = 0; found && count != limit && match.next(); count++) {
    Value item = with_groups ? parts_of(vm, match) : vm.string_value(match.part(0));
    if (item.is_raised() || !table_append(vm, found, item) || !vm.poll()) return Value::raised();
  }
  return found ? Value::table(found) : Value::raised();
}

/// regexp.findAll(p, s [, n=-1])
/// Array of at most n matches of pattern p.
///     print(table.concat(regexp.findAll(`\d+`, "a12b345"), " ")) // 12 345

/// regexp:findAll(s [, n=-1])
/// Array of at most n matches.
///     print(#regexp.mustCompile(`\d`):findAll("1 2 3", 2)) // 2

template <bool kMethod>
Value regexp_find_all(Vm& vm, Args args) {
  return find_all(vm, args, arg_regexp<kMethod>(vm, args), false);
}

/// regexp:findAllSubmatch(s [, n=-1])
/// Array of at most n arrays as findSubmatch gives them.
///     print(regexp.mustCompile(`(\w)(\d)`):findAllSubmatch("a1 b2")[2][2]) // b
Value regexp_find_all_submatch(Vm& vm, Args args) { return find_all(vm, args, arg_regexp<true>(vm, args), true); }

/// regexp.replace(p, s, r)
/// s with the first match of pattern p replaced by r as it is.
///     print(regexp.replace("a+", "baab", "X")) // bXb

/// regexp:replace(s, r)
/// s with the first match replaced by r as it is.
///     print(regexp.mustCompile("a"):replace("banana", "o")) // bonana

template <bool kMethod>
Value regexp_replace(Vm& vm, Args args) {
  const RE2* re = arg_regexp<kMethod>(vm, args);
  std::string_view text, replacement;
  if (!re || !arg_text(vm, args, text) || !arg_string(vm, args, 2, replacement)) return Value::raised();
  MatchWalker match(*re, text, 0);
  if (!match.next()) return args[1];
  StringBuilder out(vm);
  out.append(text.substr(0, match.start()));
  out.append(replacement);
  out.append(text.substr(match.end()));
  return out.finish_value();
}

/// regexp.replaceAll(p, s, r)
/// s with all matches replaced; in r, `$1` and `${name}` are groups and `$$` a `$`.
///     print(regexp.replaceAll(`(\w)(\d)`, "a1 b2", "$2$1")) // 1a 2b

/// regexp:replaceAll(s, r)
/// s with all matches replaced; in r, `$1` and `${name}` are groups.
///     print(regexp.mustCompile("(a)"):replaceAll("banana", "<$1>")) // b<a>n<a>n<a>

template <bool kMethod>
Value regexp_replace_all(Vm& vm, Args args) {
  const RE2* re = arg_regexp<kMethod>(vm, args);
  std::string_view text, replacement_text;
  if (!re || !arg_text(vm, args, text) || !arg_string(vm, args, 2, replacement_text)) return Value::raised();
  Replacement replacement(*re, replacement_text);
  MatchWalker match(*re, text, u32(re->NumberOfCapturingGroups()));
  StringBuilder out(vm);
  usize copied = 0;
  while (match.next()) {
    out.append(text.substr(copied, match.start() - copied));
    replacement.expand(match, out);
    copied = match.end();
    if (out.failed() || !vm.poll()) return Value::raised();
  }
  out.append(text.substr(copied));
  return out.finish_value();
}

/// regexp.split(p, s [, n=-1])
/// Array of at most n parts between matches of pattern p.
///     print(table.concat(regexp.split(`,\s*`, "a, b,c"), "|")) // a|b|c

/// regexp:split(s [, n=-1])
/// Array of at most n parts between matches.
///     print(#regexp.mustCompile(","):split("a,b,c", 2)) // 2

template <bool kMethod>
Value regexp_split(Vm& vm, Args args) {
  const RE2* re = arg_regexp<kMethod>(vm, args);
  std::string_view text;
  i64 limit = -1;
  if (!re || !arg_text(vm, args, text) || !opt_int(vm, args, 2, limit)) return Value::raised();
  Table* parts = vm.table();
  if (!parts) return Value::raised();
  if (limit == 0) return Value::table(parts);
  MatchWalker match(*re, text, 0);
  usize begin = 0;
  // An empty match at the very start or end separates nothing.
  while ((limit < 0 || table_length(parts) < limit - 1) && match.next()) {
    bool at_edge = match.end() == 0 || match.start() == text.size();
    if (at_edge && match.start() == match.end()) continue;
    Value part = vm.string_value(text.substr(begin, match.start() - begin));
    if (part.is_raised() || !table_append(vm, parts, part) || !vm.poll()) return Value::raised();
    begin = match.end();
  }
  Value last = vm.string_value(text.substr(begin));
  return !last.is_raised() && table_append(vm, parts, last) ? Value::table(parts) : Value::raised();
}

/// regexp:numSubexp()
/// The number of groups.
///     print(regexp.mustCompile("(a)(b)"):numSubexp()) // 2
Value regexp_num_subexp(Vm& vm, Args args) {
  const RE2* re = arg_regexp<true>(vm, args);
  return re ? Value::small_int(re->NumberOfCapturingGroups()) : Value::raised();
}

/// regexp.compile(p)
/// A regexp in RE2's syntax, or nil and "error parsing regexp: ...".
///     print((regexp.compile("("))) // nil
Value regexp_compile(Vm& vm, Args args) {
  String* pattern;
  std::string error;
  if (!arg_string(vm, args, 0, pattern)) return Value::raised();
  Value made = new_regexp(vm, pattern, error);
  return made.is_nil() ? vm.failure(error) : made;
}

/// regexp.mustCompile(p)
/// A regexp; raises "regexp.mustCompile: error parsing regexp: ...".
///     print(regexp.mustCompile(`(\w+)@(\w+)`):find("to bob@site now")) // bob@site
Value regexp_must_compile(Vm& vm, Args args) {
  String* pattern;
  std::string error;
  if (!arg_string(vm, args, 0, pattern)) return Value::raised();
  Value made = new_regexp(vm, pattern, error);
  return made.is_nil() ? raise_pattern_error(vm, args, error) : made;
}

constexpr NativeRow kRows[] = {{"compile", regexp_compile}, {"mustCompile", regexp_must_compile}};

constexpr NativeRow kPatternRows[] = {
    {"match", regexp_match<false>},
    {"find", regexp_find<false>},
    {"findAll", regexp_find_all<false>},
    {"replace", regexp_replace<false>},
    {"replaceAll", regexp_replace_all<false>},
    {"split", regexp_split<false>},
};

constexpr NativeRow kMethods[] = {
    {"match", regexp_match<true>},
    {"find", regexp_find<true>},
    {"findSubmatch", regexp_find_submatch},
    {"findAll", regexp_find_all<true>},
    {"findAllSubmatch", regexp_find_all_submatch},
    {"replace", regexp_replace<true>},
    {"replaceAll", regexp_replace_all<true>},
    {"split", regexp_split<true>},
    {"numSubexp", regexp_num_subexp},
};

}  // namespace

bool install_regexp(Vm& vm) {
  if (!vm.register_class(kRegexpClass, kMethods)) return false;
  Table* regexp = vm.register_library("regexp", kRows);
  Table* cache = regexp ? vm.table() : nullptr;
  return cache && add_natives(vm, regexp, "regexp.", kPatternRows, {Value::table(cache)});
}

}  // namespace gs::stdlib
