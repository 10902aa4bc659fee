// The text of operating system errors (language 15.1): `OPERATION PATH: REASON`. Used by io, os, fs, path, process.
#pragma once

#include <string>
#include <string_view>

namespace gs::stdlib {

// The system's text with a lower-case first letter: "no such file or directory".
std::string system_reason(int error);
// "open /x: no such file or directory"
std::string system_failure(std::string_view operation, std::string_view path, int error);

// A path as the system wants it. Paths with a NUL byte name nothing: false.
bool to_system_path(std::string_view path, std::string& out);

}  // namespace gs::stdlib
