// Lua patterns (language 15.2): a pattern is compiled once to a flat program, then matched without recursion. Pure:
// bytes in, positions out; the natives of pattern_natives.cpp make values of them.
//
// Patterns have no alternation and no repeated groups, so a match walks the items in order and every repeated item
// holds at most one point to come back to. Three facts found while compiling keep the walk from trying in vain:
// - which bytes the rest of the pattern can start with: positions in between are skipped without trying;
// - a greedy item whose bytes the rest cannot start with never gives back (`%w+=`): no point to come back to;
// - if a repeated item leads the pattern and the rest fails wherever it may stop, so does every start within its run.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/attributes.hpp"
#include "base/types.hpp"
#include "vm/heap/header.hpp"

namespace gs::stdlib {

inline constexpr u32 kMaxCaptures = 32;
inline constexpr u32 kMaxChoices = 200;      // repeated items that may give back
inline constexpr u32 kMaxPatternItems = 1 << 16;

// A set of bytes as one bit of a 256-byte table; eight sets share a table.
struct ByteSet {
  const u8* table;
  u8 mask;
  bool has(char c) const { return table[u8(c)] & mask; }
};

enum class PatternOp : u8 {
  kChar,       // `byte`
  kLiteral,    // `length` bytes at `literal`
  kSet,        // one byte of `set`
  kGreedy,     // as many of `set` as there are, at least `min`; gives back where the rest may start
  kPossessive, // likewise, never gives back
  kOptional,   // one of `set` or none
  kLazy,       // as few of `set` as possible
  kOpen,       // capture `index` starts here
  kClose,      // and ends here
  kPosition,   // capture `index` is this position
  kBack,       // the text of capture `index` again
  kBalance,    // from `byte` to its balancing `closing`
  kFrontier,   // between a byte not in `set` and one in it
  kEnd,        // end of the subject
  kMatch,
};

struct PatternItem {
  PatternOp op;
  u8 min;            // kGreedy, kPossessive: 0 or 1
  u8 index;          // capture
  char byte;
  char closing;
  u8 set_mask;
  u8 rest_mask;
  bool rest_at_end;  // the rest may match at the end of the subject
  u32 length;
  const u8* set_table;
  union {
    const u8* rest_table;  // bytes the rest may start with: repeated items
    const char* literal;
  };

  ByteSet set() const { return {set_table, set_mask}; }
  ByteSet rest() const { return {rest_table, rest_mask}; }
};

// Starts with a cell header so that a program can be a cell of the heap; plain memory does as well.
struct Pattern : vm::CellHeader {
  u8 captures;
  bool anchored;           // starts with ^
  bool starts_at_end;      // may match at the end of the subject
  u8 starts_mask;
  u64 position_captures;   // bit i: capture i is a position
  const u8* starts_table;  // bytes a match may start with
  const PatternItem* leading;  // the repeated item that starts the pattern, if a failed run need not be entered again
  const char* prefix;      // bytes every match starts with
  u64 prefix_length;
  PatternItem items[];

  ByteSet starts() const { return {starts_table, starts_mask}; }
  bool is_position(u32 capture) const { return position_captures >> capture & 1; }
};

// One use: compile, then ask size and place the program.
class PatternCompiler {
 public:
  PatternCompiler();
  ~PatternCompiler();

  // With `anchors` a leading ^ anchors; else it is a byte like any other (gmatch). False: error() says why.
  [[nodiscard]] bool compile(std::string_view pattern, bool anchors);
  const char* error() const { return error_; }
  usize size() const;
  // Writes the program into size() zeroed bytes, aligned to 8, whose cell header is left alone.
  void place(Pattern* at) const;

 private:
  struct Bytes;
  struct Node;
  class Parser;
  void finish();
  void absorb_literals();
  u32 add_set(const Bytes& bytes);

  std::vector<Node> nodes_;
  std::vector<Bytes> sets_;
  std::vector<char> literals_;
  const char* error_ = nullptr;
  char error_text_[48];
  u8 captures_ = 0;
  bool anchored_ = false;
  bool has_back_reference_ = false;
  u64 position_captures_ = 0;
};

// Whether the pattern is only bytes that stand for themselves: a plain search does.
bool is_plain_pattern(std::string_view pattern);

// The first occurrence of `text` in [begin, end), or null. Linear.
const char* find_text(const char* begin, const char* end, std::string_view text);

struct Capture {
  const char* begin;
  const char* end;
};

// The state of matching one subject. `poll` is asked every so often in long matches: false ends the search (stopped()).
class Matcher {
 public:
  using Poll = bool (*)(void* context);
  Matcher(const Pattern& pattern, std::string_view subject, Poll poll, void* context)
      : pattern_(pattern), begin_(subject.data()), end_(begin_ + subject.size()), poll_(poll), context_(context) {}

  // The first match that starts at or after `from`. It is [match_begin(), match_end()).
  [[nodiscard]] bool search(const char* from);
  const char* match_begin() const { return match_begin_; }
  const char* match_end() const { return match_end_; }
  const Capture& capture(u32 index) const { return captures_[index]; }
  bool stopped() const { return stopped_; }

  const Pattern& pattern() const { return pattern_; }
  const char* subject_begin() const { return begin_; }
  const char* subject_end() const { return end_; }

 private:
  struct Choice {
    const PatternItem* item;
    const char* at;   // the position tried last
    const char* low;  // greedy: may give back down to here
  };
  const char* match_at(const char* s);
  bool retry(Choice*& top, const char*& s, const PatternItem*& item);
  const char* balance(const PatternItem& item, const char* s);
  const char* next_start(const char* from);
  bool spend(usize steps) {
    fuel_ -= i64(steps);
    return GS_LIKELY(fuel_ >= 0) || refuel();
  }
  bool refuel();

  static constexpr i64 kFuel = 256;
  const Pattern& pattern_;
  const char* begin_;
  const char* end_;
  const char* match_begin_ = nullptr;
  const char* match_end_ = nullptr;
  const char* run_end_ = nullptr;
  Poll poll_;
  void* context_;
  i64 fuel_ = kFuel;
  bool stopped_ = false;
  Capture captures_[kMaxCaptures];
};

}  // namespace gs::stdlib
