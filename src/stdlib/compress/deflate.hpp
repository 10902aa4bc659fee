// The three containers of deflate data. Links zlib. Output goes to a consumer piece by piece, so that callers can bound
// it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

enum class Container { kRaw, kZlib, kGzip };

using PieceConsumer = std::function<bool(std::string_view)>;  // false: stop

constexpr int kDefaultLevel = -1;

// False: the consumer stopped, or (error not empty) the data is bad or memory ran out.
bool deflate_text(std::string_view text, Container container, int level, const PieceConsumer& consume,
                  std::string& error);
bool inflate_text(std::string_view data, Container container, const PieceConsumer& consume, std::string& error);

}  // namespace gs::stdlib
