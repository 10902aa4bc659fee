// The sources that operands of fmt, check and test mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gs::cli {

// Folders become the files below them whose names end in `suffix`, sorted; hidden folders are left out.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths, std::string_view suffix);

}  // namespace gs::cli
