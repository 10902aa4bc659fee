// `gscript fmt`: canonical sources to standard output, or with -w into their files, or with --check only the names of those
// that differ. A file that does not parse is reported and left alone.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/source_files.hpp"

namespace gs::cli {
namespace {

// Through a new file beside it, so that a failure in the middle loses nothing.
bool replace_file(const std::string& path, const std::string& text) {
  const std::string scratch = path + ".fmt-tmp";
  std::FILE* file = std::fopen(scratch.c_str(), "wb");
  if (!file) return false;
  bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  written = std::fclose(file) == 0 && written;
  std::error_code error;
  std::filesystem::permissions(scratch, std::filesystem::status(path, error).permissions(), error);
  if (written && std::rename(scratch.c_str(), path.c_str()) == 0) return true;
  const int reason = errno;
  std::remove(scratch.c_str());
  errno = reason;
  return false;
}

// The exit status for one file.
int format_file(const std::string& path, const Options& options) {
  std::string source, reason;
  if (!read_file(path, source, reason)) {
    report_unreadable(path, reason);
    return 1;
  }
  try {
    const std::string text = gscript::VM::format(source, path == "-" ? "(standard input)" : path);
    if (options.list) {
      if (text != source) print(path + "\n");
      return text != source;
    }
    if (!options.write || path == "-") {
      print(text);
    } else if (text != source && !replace_file(path, text)) {
      print_error("gscript: cannot write '" + path + "': " + std::strerror(errno) + "\n");
      return 1;
    }
    return 0;
  } catch (const gscript::Error& error) {
    return report_error(error);
  }
}

}  // namespace

int format_files(const Options& options) {
  std::vector<std::string> files = options.files;
  if (files.empty()) files.push_back("-");
  int status = 0;
  for (const std::string& file : expand_paths(files, ".gs")) {
    if (format_file(file, options) != 0) status = 1;
  }
  return status;
}

}  // namespace gs::cli
