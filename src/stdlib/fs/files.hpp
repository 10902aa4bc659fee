// File system work behind fs.*, without heap values: errors are errno values, 0 for success.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

struct DirectoryEntry {
  std::string name;
  bool is_directory;
  u64 size;
};

int write_file(const std::string& path, std::string_view data, bool append);
int copy_file(const std::string& from, const std::string& to, const std::string*& failed);
int remove_file(const std::string& path);                                       // a file or an empty directory
int remove_all(const std::string& path);                                        // anything, nothing included
int make_directories(const std::string& path);                                  // with parents
int read_directory(const std::string& path, std::vector<DirectoryEntry>& out);  // sorted by name
// A new file in `directory` whose name is `pattern` with random text for its last '*' (or at its end).
int make_temporary(const std::string& directory, std::string_view pattern, std::string& path);
std::string temporary_directory();
// Paths that match, sorted. False: malformed pattern.
bool glob_paths(std::string_view pattern, std::vector<std::string>& out);

}  // namespace gs::stdlib
