// The three containers of deflate data. Links zlib. Output goes piece by piece into room that the caller gives, so that it can
// bound it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

enum class Container { kRaw, kZlib, kGzip };

struct Output {
  std::function<char*(usize)> room;   // for at least so many bytes; null: stop
  std::function<bool(usize)> filled;  // so many of them; false: stop
};

constexpr int kDefaultLevel = -1;

// False: the output stopped it, or (error not empty) the data is bad or memory ran out.
bool deflate_text(std::string_view text, Container container, int level, const Output& output, std::string& error);
bool inflate_text(std::string_view data, Container container, const Output& output, std::string& error);

// How long gzip data says its text is, 0 if it says nothing credible. It may be wrong.
usize claimed_length(std::string_view data);
// Inflates gzip data into exactly `size` bytes; calls go_on() now and then. False: it is another length, bad, or was stopped.
bool inflate_exactly(std::string_view data, char* bytes, usize size, const std::function<bool()>& go_on);

}  // namespace gs::stdlib
