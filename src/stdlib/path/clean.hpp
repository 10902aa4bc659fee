// Unix path arithmetic on text alone. Pure; used by path and fs.
#pragma once

#include <string>
#include <string_view>

namespace gs::stdlib {

// The shortest equivalent: no empty or `.` elements, `..` resolved where it can be; "." for nothing.
std::string clean_path(std::string_view path);
std::string_view path_base(std::string_view path);  // "." for "", "/" for only slashes
std::string path_directory(std::string_view path);  // cleaned
std::string_view path_extension(std::string_view path);
// `target` seen from `base`. False: it cannot be told without the current directory.
bool relative_path(std::string_view base, std::string_view target, std::string& out);

enum class GlobMatch { kNo, kYes, kBadPattern };
// Whether `name` as a whole matches `* ? [a-z] [^x] \c`; `*` and `?` do not match '/'.
GlobMatch match_glob(std::string_view pattern, std::string_view name);
bool has_glob_characters(std::string_view pattern);

}  // namespace gs::stdlib
