// Regular expressions on text: iterating over matches, expanding replacements. Links RE2. No heap values.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

// What RE2 may use for a regexp, its caches included: only big patterns get the most.
constexpr i64 kUsualRegexpMemory = 256 << 10;
constexpr i64 kMostRegexpMemory = 8 << 20;

// Null: error says why ("error parsing regexp: ...").
std::unique_ptr<RE2> compile_regexp(std::string_view pattern, std::string& error);

// Walks the non-overlapping matches of a text from the left. An empty match directly behind another match is none.
class MatchWalker {
 public:
  // groups: how many groups to report besides the whole match.
  MatchWalker(const RE2& re, std::string_view text, u32 groups) : re_(re), text_(text), parts_(groups + 1) {}

  bool next();
  std::string_view part(usize i) const { return {parts_[i].data(), parts_[i].size()}; }  // unmatched groups are empty
  usize size() const { return parts_.size(); }
  usize start() const { return usize(parts_[0].data() - text_.data()); }
  usize end() const { return start() + parts_[0].size(); }

 private:
  const RE2& re_;
  std::string_view text_;
  std::vector<re2::StringPiece> parts_;
  usize position_ = 0;
  usize previous_end_ = std::string_view::npos;
};

// A replacement with $1, ${1}, ${name} and $$, taken apart once.
class Replacement {
 public:
  Replacement(const RE2& re, std::string_view text);
  template <typename Out>
  void expand(const MatchWalker& match, Out& out) const {
    for (const Piece& piece : pieces_) {
      if (piece.group < 0) {
        out.append(piece.text);
      } else if (usize(piece.group) < match.size()) {
        out.append(match.part(usize(piece.group)));
      }
    }
  }

 private:
  struct Piece {
    std::string_view text;
    i32 group;  // -1: the text
  };
  std::vector<Piece> pieces_;
};

}  // namespace gs::stdlib
