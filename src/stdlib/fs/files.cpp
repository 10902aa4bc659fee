#include "stdlib/fs/files.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "stdlib/math/generator.hpp"
#include "stdlib/path/clean.hpp"

namespace gs::stdlib {

namespace {

// A descriptor closed at the end of its scope.
struct Descriptor {
  explicit Descriptor(int number) : number(number) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int close() {
    int result = ::close(number) == 0 ? 0 : errno;
    number = -1;
    return result;
  }
  int number;
};

int write_all(int descriptor, std::string_view data) {
  while (!data.empty()) {
    ssize_t count = ::write(descriptor, data.data(), data.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    data.remove_prefix(usize(count));
  }
  return 0;
}

int remove_tree(int parent, const char* name) {
  if (::unlinkat(parent, name, 0) == 0 || errno == ENOENT) return 0;
  if (errno != EISDIR && errno != EPERM) return errno;
  int descriptor = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return errno;
  DIR* directory = ::fdopendir(descriptor);
  if (!directory) return ::close(descriptor), errno;
  int error = 0;
  for (dirent* entry; !error && (entry = ::readdir(directory));) {
    std::string_view child = entry->d_name;
    if (child != "." && child != "..") error = remove_tree(::dirfd(directory), entry->d_name);
  }
  ::closedir(directory);
  if (error) return error;
  return ::unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT ? 0 : errno;
}

bool exists(const std::string& path) {
  struct stat info;
  return ::lstat(path.c_str(), &info) == 0;
}

}  // namespace

int write_file(const std::string& path, std::string_view data, bool append) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0666));
  if (file.number < 0) return errno;
  int error = write_all(file.number, data);
  int close_error = file.close();
  return error ? error : close_error;
}

int copy_file(const std::string& from, const std::string& to, const std::string*& failed) {
  failed = &from;
  Descriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info;
  if (source.number < 0 || ::fstat(source.number, &info) != 0) return errno;
  if (S_ISDIR(info.st_mode)) return EISDIR;
  // Opening the target would empty a source that is the same file.
  struct stat existing;
  if (::stat(to.c_str(), &existing) == 0 && existing.st_dev == info.st_dev && existing.st_ino == info.st_ino) return 0;
  failed = &to;
  Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, info.st_mode & 0777));
  if (target.number < 0) return errno;
  char buffer[1 << 14];
  for (;;) {
    ssize_t count = ::read(source.number, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed = &from, errno;
    if (count == 0) return target.close();
    if (int error = write_all(target.number, {buffer, usize(count)})) return error;
  }
}

int remove_file(const std::string& path) {
  return std::remove(path.c_str()) == 0 ? 0 : errno;
}

int remove_all(const std::string& path) {
  return remove_tree(AT_FDCWD, path.c_str());
}

int make_directories(const std::string& path) {
  for (usize slash = path.find('/', 1);; slash = path.find('/', slash + 1)) {
    std::string part = path.substr(0, slash);
    if (::mkdir(part.c_str(), 0777) != 0 && errno != EEXIST) return errno;
    if (slash == path.npos) break;
  }
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) return errno;
  return S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
}

int read_directory(const std::string& path, std::vector<DirectoryEntry>& out) {
  DIR* directory = ::opendir(path.c_str());
  if (!directory) return errno;
  while (dirent* entry = ::readdir(directory)) {
    std::string name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat info{};
    ::fstatat(::dirfd(directory), entry->d_name, &info, AT_SYMLINK_NOFOLLOW);
    out.push_back({std::move(name), S_ISDIR(info.st_mode), u64(info.st_size)});
  }
  ::closedir(directory);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return 0;
}

int make_temporary(const std::string& directory, std::string_view pattern, std::string& path) {
  usize star = pattern.rfind('*');
  std::string_view front = pattern.substr(0, star);
  std::string_view back = star == pattern.npos ? std::string_view() : pattern.substr(star + 1);
  path = directory;
  if (pattern.find('/') != pattern.npos || pattern.find('\0') != pattern.npos) return EINVAL;
  if (directory.find('\0') != directory.npos) return ENOENT;
  Generator generator(random_seed());
  for (int attempt = 0; attempt < 1000; attempt++) {
    path = directory;
    if (!path.ends_with('/')) path.push_back('/');
    path.append(front).append(std::to_string(generator.next() % 10000000000)).append(back);
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number >= 0) return 0;
    if (errno != EEXIST) return errno;
  }
  return EEXIST;
}

std::string temporary_directory() {
  const char* directory = ::getenv("TMPDIR");
  return directory && *directory ? directory : "/tmp";
}

namespace {

// What one element of a pattern matches below each of the prefixes ("" or ending in '/').
std::vector<std::string> match_below(const std::vector<std::string>& prefixes, std::string_view element) {
  std::vector<std::string> found;
  for (const std::string& prefix : prefixes) {
    if (!has_glob_characters(element)) {
      std::string path = prefix + std::string(element);
      if (exists(path)) found.push_back(std::move(path));
      continue;
    }
    std::vector<DirectoryEntry> entries;
    read_directory(prefix.empty() ? "." : prefix, entries);
    for (const DirectoryEntry& entry : entries) {
      if (match_glob(element, entry.name) == GlobMatch::kYes) found.push_back(prefix + entry.name);
    }
  }
  return found;
}

}  // namespace

bool glob_paths(std::string_view pattern, std::vector<std::string>& out) {
  if (match_glob(pattern, "") == GlobMatch::kBadPattern) return false;
  out.assign(1, pattern.starts_with('/') ? "/" : "");
  bool first = true;
  while (!pattern.empty() && !out.empty()) {
    usize end = pattern.find('/');
    std::string_view element = pattern.substr(0, end);
    pattern.remove_prefix(end == pattern.npos ? pattern.size() : end + 1);
    if (element.empty()) continue;
    for (std::string& prefix : out) {
      if (!first) prefix.push_back('/');
    }
    out = match_below(out, element);
    first = false;
  }
  if (first && out[0].empty()) out.clear();
  std::sort(out.begin(), out.end());
  return true;
}

}  // namespace gs::stdlib
