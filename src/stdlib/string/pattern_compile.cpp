// From the text of a pattern to its program: a parser over items, then one pass from the end that finds what each rest
// can start with.
#include <bit>
#include <cstdio>
#include <cstring>

#include "stdlib/string/byte_class.hpp"
#include "stdlib/string/pattern.hpp"

namespace gs::stdlib {

// A set of bytes while compiling.
struct PatternCompiler::Bytes {
  u64 words[4] = {};

  void add(u8 c) { words[c >> 6] |= 1ull << (c & 63); }
  bool has(u8 c) const { return words[c >> 6] >> (c & 63) & 1; }
  void add_range(u8 first, u8 last) {
    for (u32 c = first; c <= last; c++) add(u8(c));
  }
  // The class of a letter; an upper-case one is the complement.
  void add_class(char letter) {
    const u64* bits = kByteClassBits.words[byte_class_index(letter)];
    const u64 flip = letter < 'a' ? ~u64(0) : 0;
    for (int i = 0; i < 4; i++) words[i] |= bits[i] ^ flip;
  }
  void complement() {
    for (u64& word : words) word = ~word;
  }
  void add_all(const Bytes& other) {
    for (int i = 0; i < 4; i++) words[i] |= other.words[i];
  }
  void keep(const Bytes& other) {
    for (int i = 0; i < 4; i++) words[i] &= other.words[i];
  }
  bool meets(const Bytes& other) const {
    u64 shared = 0;
    for (int i = 0; i < 4; i++) shared |= words[i] & other.words[i];
    return shared != 0;
  }
  bool operator==(const Bytes&) const = default;

  static Bytes all() {
    Bytes bytes;
    bytes.complement();
    return bytes;
  }
  static Bytes of(char c) {
    Bytes bytes;
    bytes.add(u8(c));
    return bytes;
  }
};

struct PatternCompiler::Node {
  PatternOp op;
  u8 min = 0;
  u8 index = 0;
  char byte = 0;
  char closing = 0;
  bool rest_at_end = false;
  u32 set = 0;      // kSet and repeated: index into sets_
  u32 rest = 0;     // repeated: index into sets_
  u32 literal = 0;  // kLiteral: offset into literals_
  u32 length = 0;
};

PatternCompiler::PatternCompiler() = default;
PatternCompiler::~PatternCompiler() = default;

// ---- parsing

class PatternCompiler::Parser {
 public:
  Parser(PatternCompiler& out, std::string_view pattern)
      : out_(out), p_(pattern.data()), end_(p_ + pattern.size()) {}

  bool parse(bool anchors) {
    out_.nodes_.reserve(16);
    out_.sets_.reserve(16);
    if (anchors && p_ < end_ && *p_ == '^') {
      out_.anchored_ = true;
      p_++;
    }
    while (p_ < end_) {
      if (!parse_item()) return false;
      if (out_.nodes_.size() > kMaxPatternItems) return fail("pattern too complex");
    }
    for (u32 i = 0; i < out_.captures_; i++) {
      if (open_[i]) return fail("unfinished capture");
    }
    add({PatternOp::kMatch});
    return true;
  }

 private:
  bool fail(const char* error) {
    out_.error_ = error;
    return false;
  }
  void add(Node node) { out_.nodes_.push_back(node); }

  bool parse_item() {
    switch (*p_) {
      case '(': return open_capture();
      case ')': return close_capture();
      case '$':
        if (p_ + 1 == end_) {
          p_++;
          add({PatternOp::kEnd});
          return true;
        }
        break;
      case '%':
        if (p_ + 1 == end_) return fail("malformed pattern (ends with '%')");
        if (p_[1] == 'b') return parse_balance();
        if (p_[1] == 'f') return parse_frontier();
        if (u8(p_[1] - '0') < 10) return parse_back_reference();
        break;
      default: break;
    }
    return parse_single();
  }

  bool open_capture() {
    p_++;
    if (out_.captures_ == kMaxCaptures) return fail("too many captures");
    const u8 index = out_.captures_++;
    if (p_ < end_ && *p_ == ')') {
      p_++;
      out_.position_captures_ |= 1ull << index;
      add({.op = PatternOp::kPosition, .index = index});
      return true;
    }
    open_[index] = true;
    add({.op = PatternOp::kOpen, .index = index});
    return true;
  }

  bool close_capture() {
    p_++;
    for (u32 i = out_.captures_; i-- > 0;) {
      if (!open_[i]) continue;
      open_[i] = false;
      add({.op = PatternOp::kClose, .index = u8(i)});
      return true;
    }
    return fail("invalid pattern capture");
  }

  bool parse_balance() {
    if (end_ - p_ < 4) return fail("malformed pattern (missing arguments to '%b')");
    add({.op = PatternOp::kBalance, .byte = p_[2], .closing = p_[3]});
    p_ += 4;
    return true;
  }

  bool parse_frontier() {
    p_ += 2;
    if (p_ == end_ || *p_ != '[') return fail("missing '[' after '%f' in pattern");
    Bytes bytes;
    if (!parse_set(bytes)) return false;
    add({.op = PatternOp::kFrontier, .set = out_.add_set(bytes)});
    return true;
  }

  bool parse_back_reference() {
    const int index = p_[1] - '1';
    if (index < 0 || index >= out_.captures_ || open_[index]) {
      std::snprintf(out_.error_text_, sizeof out_.error_text_, "invalid capture index %%%d", index + 1);
      return fail(out_.error_text_);
    }
    p_ += 2;
    out_.has_back_reference_ = true;
    // The text of a position capture is empty.
    if (!(out_.position_captures_ >> index & 1)) add({.op = PatternOp::kBack, .index = u8(index)});
    return true;
  }

  // A single byte, class or set, with the repetition that follows it.
  bool parse_single() {
    Bytes bytes;
    const bool is_byte = *p_ != '.' && *p_ != '[' && !(*p_ == '%' && byte_class_index(p_[1]) >= 0);
    char byte = 0;
    if (*p_ == '[') {
      if (!parse_set(bytes)) return false;
    } else if (is_byte) {
      if (*p_ == '%') p_++;
      byte = *p_++;
      bytes = Bytes::of(byte);
    } else if (*p_ == '.') {
      p_++;
      bytes = Bytes::all();
    } else {
      bytes.add_class(p_[1]);
      p_ += 2;
    }
    return add_single(bytes, is_byte, byte);
  }

  bool add_single(const Bytes& bytes, bool is_byte, char byte) {
    Node node{PatternOp::kSet};
    switch (p_ < end_ ? *p_ : 0) {
      case '*': node.op = PatternOp::kGreedy; break;
      case '+':
        node.op = PatternOp::kGreedy;
        node.min = 1;
        break;
      case '-': node.op = PatternOp::kLazy; break;
      case '?': node.op = PatternOp::kOptional; break;
      default: break;
    }
    if (node.op != PatternOp::kSet) {
      p_++;
    } else if (is_byte) {
      add({.op = PatternOp::kChar, .byte = byte});
      return true;
    }
    node.set = out_.add_set(bytes);
    add(node);
    return true;
  }

  // At '['. A ']' that comes first stands for itself.
  bool parse_set(Bytes& bytes) {
    p_++;
    const bool negated = p_ < end_ && *p_ == '^';
    if (negated) p_++;
    for (bool first = true;; first = false) {
      if (p_ == end_) return fail("malformed pattern (missing ']')");
      if (*p_ == ']' && !first) break;
      if (!parse_set_member(bytes)) return false;
    }
    p_++;
    if (negated) bytes.complement();
    return true;
  }

  bool parse_set_member(Bytes& bytes) {
    if (*p_ == '%') {
      if (p_ + 1 == end_) return fail("malformed pattern (missing ']')");
      if (byte_class_index(p_[1]) >= 0) {
        bytes.add_class(p_[1]);
      } else {
        bytes.add(u8(p_[1]));
      }
      p_ += 2;
    } else if (end_ - p_ > 2 && p_[1] == '-' && p_[2] != ']') {
      bytes.add_range(u8(p_[0]), u8(p_[2]));
      p_ += 3;
    } else {
      bytes.add(u8(*p_++));
    }
    return true;
  }

  PatternCompiler& out_;
  const char* p_;
  const char* end_;
  bool open_[kMaxCaptures] = {};
};

u32 PatternCompiler::add_set(const Bytes& bytes) {
  // Patterns of many items repeat few sets; a bounded look back keeps this linear.
  const usize count = sets_.size();
  for (usize i = count; i-- > 0 && count - i <= 16;) {
    if (sets_[i] == bytes) return u32(i);
  }
  sets_.push_back(bytes);
  return u32(count);
}

// ---- what the rest can start with

// Joins neighbouring bytes.
void PatternCompiler::absorb_literals() {
  std::vector<Node> joined;
  joined.reserve(nodes_.size());
  for (usize i = 0; i < nodes_.size();) {
    usize after = i;
    while (nodes_[after].op == PatternOp::kChar) after++;
    if (after - i < 2) {
      joined.push_back(nodes_[i++]);
      continue;
    }
    joined.push_back({.op = PatternOp::kLiteral,
                      .byte = nodes_[i].byte,
                      .literal = u32(literals_.size()),
                      .length = u32(after - i)});
    for (; i < after; i++) literals_.push_back(nodes_[i].byte);
  }
  nodes_ = std::move(joined);
}

// From the end: `starts` and `at_end` say where the items after the current one can match. `certain` while they cannot
// fail.
void PatternCompiler::finish() {
  Bytes starts = Bytes::all();
  bool at_end = true;
  bool certain = true;
  for (usize i = nodes_.size(); i-- > 0;) {
    Node& node = nodes_[i];
    switch (node.op) {
      case PatternOp::kMatch:
      case PatternOp::kOpen:
      case PatternOp::kClose:
      case PatternOp::kPosition: continue;
      case PatternOp::kGreedy:
        if (certain || !sets_[node.set].meets(starts)) node.op = PatternOp::kPossessive;
        [[fallthrough]];
      case PatternOp::kPossessive:
      case PatternOp::kOptional:
      case PatternOp::kLazy: {
        node.rest_at_end = at_end;
        node.rest = add_set(starts);
        const Bytes own = sets_[node.set];
        if (node.min) {
          starts = own;
          at_end = false;
        } else {
          starts.add_all(own);
          continue;
        }
        break;
      }
      case PatternOp::kSet:
        starts = sets_[node.set];
        at_end = false;
        break;
      case PatternOp::kFrontier:
        starts.keep(sets_[node.set]);
        at_end = at_end && sets_[node.set].has(0);
        break;
      case PatternOp::kBack:
        starts = Bytes::all();
        at_end = true;
        break;
      case PatternOp::kEnd:
        starts = {};
        at_end = true;
        break;
      default:
        starts = Bytes::of(node.byte);
        at_end = false;
        break;
    }
    certain = false;
  }
  // The start filter is one more set, referred to by the program's head.
  nodes_.back().rest = add_set(starts);
  nodes_.back().rest_at_end = at_end;
}

bool PatternCompiler::compile(std::string_view pattern, bool anchors) {
  if (!Parser(*this, pattern).parse(anchors)) return false;
  absorb_literals();
  finish();
  u32 choices = 0;
  for (const Node& node : nodes_) {
    choices += node.op == PatternOp::kGreedy || node.op == PatternOp::kOptional || node.op == PatternOp::kLazy;
  }
  if (choices > kMaxChoices) {
    error_ = "pattern too complex";
    return false;
  }
  return true;
}

// ---- placing: head, items, tables, literals

usize PatternCompiler::size() const {
  return sizeof(Pattern) + nodes_.size() * sizeof(PatternItem) + (sets_.size() + 7) / 8 * 256 + literals_.size();
}

void PatternCompiler::place(Pattern* at) const {
  auto* tables = reinterpret_cast<u8*>(at->items + nodes_.size());
  char* literals = reinterpret_cast<char*>(tables + (sets_.size() + 7) / 8 * 256);
  std::copy(literals_.begin(), literals_.end(), literals);
  for (usize i = 0; i < sets_.size(); i++) {
    for (u32 word = 0; word < 4; word++) {
      for (u64 rest = sets_[i].words[word]; rest; rest &= rest - 1) {
        tables[i / 8 * 256 + word * 64 + u32(std::countr_zero(rest))] |= u8(1 << i % 8);
      }
    }
  }
  for (usize i = 0; i < nodes_.size(); i++) {
    const Node& node = nodes_[i];
    PatternItem& item = at->items[i];
    item.op = node.op;
    item.min = node.min;
    item.index = node.index;
    item.byte = node.byte;
    item.closing = node.closing;
    item.length = node.length;
    item.set_table = tables + node.set / 8 * 256;
    item.set_mask = u8(1 << node.set % 8);
    item.rest_at_end = node.rest_at_end;
    item.rest_mask = u8(1 << node.rest % 8);
    if (node.op == PatternOp::kLiteral) {
      item.literal = literals + node.literal;
    } else {
      item.rest_table = tables + node.rest / 8 * 256;
    }
  }
  const PatternItem& last = at->items[nodes_.size() - 1];
  at->captures = captures_;
  at->anchored = anchored_;
  at->position_captures = position_captures_;
  at->starts_table = last.rest_table;
  at->starts_mask = last.rest_mask;
  at->starts_at_end = last.rest_at_end;
  const PatternItem* first = at->items;
  while (first->op == PatternOp::kOpen || first->op == PatternOp::kPosition) first++;
  const bool repeats =
      first->op == PatternOp::kPossessive || first->op == PatternOp::kGreedy || first->op == PatternOp::kLazy;
  // With back references the rest depends on where the match starts.
  if (repeats && !has_back_reference_) at->leading = first;
  if (first->op == PatternOp::kLiteral) {
    at->prefix = first->literal;
    at->prefix_length = first->length;
  } else if (first->op == PatternOp::kChar) {
    at->prefix = &first->byte;
    at->prefix_length = 1;
  }
}

namespace {

struct SpecialBytes {
  bool is_special[256] = {};
  constexpr SpecialBytes() {
    for (char c : {'^', '$', '*', '+', '?', '.', '(', ')', '[', '%', '-'}) is_special[u8(c)] = true;
  }
};
constexpr SpecialBytes kSpecialBytes;

}  // namespace

bool is_plain_pattern(std::string_view pattern) {
  for (char c : pattern) {
    if (kSpecialBytes.is_special[u8(c)]) return false;
  }
  return true;
}

}  // namespace gs::stdlib
