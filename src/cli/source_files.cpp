#include "cli/source_files.hpp"

#include <algorithm>
#include <filesystem>

namespace gs::cli {
namespace {

namespace fs = std::filesystem;

void add_folder(const fs::path& folder, std::string_view suffix, std::vector<std::string>& files) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (at->is_directory(error) && name[0] == '.') {
      at.disable_recursion_pending();
    } else if (name.ends_with(suffix) && at->is_regular_file(error)) {
      files.push_back(at->path().string());
    }
  }
}

}  // namespace

std::vector<std::string> expand_paths(const std::vector<std::string>& paths, std::string_view suffix) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    const auto first = std::ptrdiff_t(files.size());
    add_folder(path, suffix, files);
    std::sort(files.begin() + first, files.end());
  }
  return files;
}

}  // namespace gs::cli
