#include "cli/report.hpp"

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace gs::cli {

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

int report_error(const gscript::Error& error) {
  if (error.kind() == gscript::ErrorKind::exit) return error.exit_status();
  print_error(error.report());
  return error.exit_status();
}

// Devices have no end.
constexpr std::size_t kLargestFile = std::size_t(1) << 30;

bool read_file(const std::string& path, std::string& text, std::string& reason) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(nullptr, std::fclose);
  std::FILE* file = stdin;
  if (path != "-") {
    opened.reset(std::fopen(path.c_str(), "rb"));
    file = opened.get();
  }
  if (file) {
    char buffer[1 << 14];
    std::size_t count;
    while (text.size() <= kLargestFile && (count = std::fread(buffer, 1, sizeof buffer, file)) > 0) {
      text.append(buffer, count);
    }
    if (text.size() > kLargestFile) {
      errno = EFBIG;
    } else if (!std::ferror(file)) {
      return true;
    }
  }
  reason = std::strerror(errno);
  // Messages begin in lower case everywhere; the system's do not.
  if (!reason.empty()) reason[0] = char(std::tolower(static_cast<unsigned char>(reason[0])));
  return false;
}

void report_unreadable(const std::string& path, const std::string& reason) {
  print_error("gscript: cannot open '" + path + "': " + reason + "\n");
}

}  // namespace gs::cli
