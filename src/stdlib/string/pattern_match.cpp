// Walking a pattern's program over a subject. Points to come back to are on a fixed stack: one per repeated item at
// most.
#include <cstring>

#include "stdlib/string/pattern.hpp"

namespace gs::stdlib {

// Asks once for each kFuel steps taken.
bool Matcher::refuel() {
  for (; fuel_ < 0 && !stopped_; fuel_ += kFuel) stopped_ = !poll_(context_);
  return !stopped_;
}

// Goes back to the latest choice that has another position where the rest may start. False: none, or stopped.
bool Matcher::retry(Choice*& top, const char*& s, const PatternItem*& item) {
  for (;; top--) {
    if (!top->item || stopped_) return false;
    const PatternItem& repeated = *top->item;
    const ByteSet rest = repeated.rest();
    const char* at = top->at;
    const char* const from = at;
    bool found = false;
    if (repeated.op == PatternOp::kLazy) {
      const ByteSet set = repeated.set();
      while (!found && at < end_ && set.has(*at)) {
        at++;
        found = at < end_ ? rest.has(*at) : repeated.rest_at_end;
      }
      if (top->item == pattern_.leading) run_end_ = at;
    } else {
      while (!found && at > top->low) found = rest.has(*--at);
    }
    if (!spend(1 + (usize(at > from ? at - from : from - at) >> 4))) return false;
    if (!found) continue;
    top->at = at;
    s = at;
    item = top->item + 1;
    return true;
  }
}

const char* Matcher::balance(const PatternItem& item, const char* s) {
  if (s == end_ || *s != item.byte) return nullptr;
  usize depth = 1;
  const char* p = s + 1;
  for (; p < end_; p++) {
    if (*p == item.closing) {
      if (--depth == 0) break;
    } else if (*p == item.byte) {
      depth++;
    }
  }
  if (!spend(usize(p - s) >> 4)) return nullptr;
  return p < end_ ? p + 1 : nullptr;
}

const char* Matcher::match_at(const char* s) {
  Choice choices[kMaxChoices + 1];
  choices[0].item = nullptr;
  Choice* top = choices;
  const PatternItem* item = pattern_.items;
  for (;;) {
    switch (item->op) {
      case PatternOp::kChar:
        if (s == end_ || *s != item->byte) break;
        s++;
        item++;
        continue;
      case PatternOp::kLiteral:
        if (usize(end_ - s) < item->length || std::memcmp(s, item->literal, item->length) != 0) break;
        s += item->length;
        item++;
        continue;
      case PatternOp::kSet:
        if (s == end_ || !item->set().has(*s)) break;
        s++;
        item++;
        continue;
      case PatternOp::kPossessive: {
        const ByteSet set = item->set();
        const char* const from = s;
        while (s < end_ && set.has(*s)) s++;
        if (item == pattern_.leading) run_end_ = s;
        if (s - from < item->min || !spend(usize(s - from) >> 4)) break;
        item++;
        continue;
      }
      case PatternOp::kGreedy: {
        const ByteSet set = item->set();
        const char* const from = s;
        while (s < end_ && set.has(*s)) s++;
        if (item == pattern_.leading) run_end_ = s;
        if (s - from < item->min || !spend(usize(s - from) >> 4)) break;
        *++top = {item, s, from + item->min};
        if (!(s < end_ ? item->rest().has(*s) : item->rest_at_end)) break;
        item++;
        continue;
      }
      case PatternOp::kOptional:
        if (s < end_ && item->set().has(*s)) {
          *++top = {item, s + 1, s};
          s++;
        }
        item++;
        continue;
      case PatternOp::kLazy:
        *++top = {item, s, s};
        if (!(s < end_ ? item->rest().has(*s) : item->rest_at_end)) break;
        item++;
        continue;
      case PatternOp::kOpen:
        captures_[item->index].begin = s;
        item++;
        continue;
      case PatternOp::kClose:
        captures_[item->index].end = s;
        item++;
        continue;
      case PatternOp::kPosition:
        captures_[item->index] = {s, s};
        item++;
        continue;
      case PatternOp::kBack: {
        const Capture& capture = captures_[item->index];
        const usize length = usize(capture.end - capture.begin);
        if (usize(end_ - s) < length || std::memcmp(s, capture.begin, length) != 0 || !spend(length >> 4)) break;
        s += length;
        item++;
        continue;
      }
      case PatternOp::kBalance: {
        const char* after = balance(*item, s);
        if (!after) break;
        s = after;
        item++;
        continue;
      }
      case PatternOp::kFrontier: {
        const char before = s == begin_ ? 0 : s[-1];
        const char next = s == end_ ? 0 : *s;
        if (item->set().has(before) || !item->set().has(next)) break;
        item++;
        continue;
      }
      case PatternOp::kEnd:
        if (s != end_) break;
        item++;
        continue;
      case PatternOp::kMatch: return s;
    }
    if (!retry(top, s, item)) return nullptr;
  }
}

// The first position from `from` on where a match may start, or null.
const char* Matcher::next_start(const char* from) {
  if (pattern_.prefix_length) return find_text(from, end_, {pattern_.prefix, pattern_.prefix_length});
  const ByteSet starts = pattern_.starts();
  while (from < end_ && !starts.has(*from)) from++;
  return from < end_ || pattern_.starts_at_end ? from : nullptr;
}

bool Matcher::search(const char* from) {
  if (pattern_.anchored) {
    match_begin_ = from;
    match_end_ = match_at(from);
    return match_end_ != nullptr;
  }
  for (const char* s = from; s <= end_; s++) {
    const char* start = next_start(s);
    if (!spend(1 + (usize((start ? start : end_) - s) >> 4)) || !start) return false;
    run_end_ = start;
    match_end_ = match_at(start);
    match_begin_ = start;
    if (match_end_) return true;
    if (stopped_) return false;
    // Starts inside the leading run would stop where this one did.
    s = run_end_ > start ? run_end_ - 1 : start;
  }
  return false;
}

const char* find_text(const char* begin, const char* end, std::string_view text) {
  if (text.empty()) return begin;
  const char first = text[0];
  const usize rest = text.size() - 1;
  // A few candidates by first byte are checked in place; a subject full of false ones goes to the two-way search.
  for (int tries = 0; tries < 16; tries++) {
    if (usize(end - begin) <= rest) return nullptr;
    auto* hit = static_cast<const char*>(std::memchr(begin, first, usize(end - begin) - rest));
    if (!hit || !rest || std::memcmp(hit + 1, text.data() + 1, rest) == 0) return hit;
    begin = hit + 1;
  }
  return static_cast<const char*>(memmem(begin, usize(end - begin), text.data(), text.size()));
}

}  // namespace gs::stdlib
