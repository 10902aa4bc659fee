#include "vm/runtime/modules.hpp"

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstddef>
#include <cstring>
#include <sys/stat.h>

#include "vm/heap/heap.hpp"
#include "vm/runtime/loader.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::vm {

namespace {

std::string directory_of(const std::string& path) {
  usize slash = path.rfind('/');
  return slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

std::string join(const std::string& directory, const std::string& file) {
  if (directory.empty() || directory == ".") return file;
  return directory.back() == '/' ? directory + file : directory + "/" + file;
}

std::string canonical(const std::string& path) {
  char resolved[PATH_MAX];
  return realpath(path.c_str(), resolved) ? resolved : path;
}

constexpr usize kLargestFile = 1u << 30;

// The system would take what stands before a zero byte alone.
bool has_zero_byte(const std::string& path) { return path.find('\0') != path.npos; }

bool is_file(const std::string& path) {
  struct stat info;
  return !has_zero_byte(path) && stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

// Dots stand for slashes, unless the name is a path already.
std::string file_of(std::string_view name) {
  std::string file(name);
  if (name.find('/') != name.npos) {
    bool has_suffix = name.size() >= 3 && name.substr(name.size() - 3) == ".gs";
    return has_suffix ? file : file + ".gs";
  }
  for (char& c : file) {
    if (c == '.') c = '/';
  }
  return file + ".gs";
}

}  // namespace

bool Modules::read_file(const std::string& path, std::string& contents, std::string& reason) {
  if (reader_) return reader_(path, contents, reason);
  std::FILE* file = has_zero_byte(path) ? nullptr : std::fopen(path.c_str(), "rb");
  if (has_zero_byte(path)) errno = ENOENT;
  struct stat info;
  if (file && fstat(fileno(file), &info) == 0 && S_ISDIR(info.st_mode)) {
    std::fclose(file);
    file = nullptr;
    errno = EISDIR;
  }
  if (!file) {
    reason = std::strerror(errno);
    if (!reason.empty()) reason[0] = char(std::tolower(reason[0]));
    return false;
  }
  // The text counts against the memory limit while it grows: the file may be a device without end.
  char buffer[1 << 16];
  for (usize n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    if (!vm_.heap().account(n)) break;
    contents.append(buffer, n);
    if (contents.size() > kLargestFile || !vm_.poll()) break;
  }
  vm_.heap().unaccount(contents.size());
  std::fclose(file);
  reason = "file too large";
  return contents.size() <= kLargestFile && !vm_.is_raising();
}

CompilerMemory::CompilerMemory(Vm& vm, usize source_bytes) : vm_(vm), bytes_(0) {
  constexpr usize kPerByte = 64;  // of dense source: a few of syntax tree for each, and the code
  usize bytes = (source_bytes + 1) * kPerByte;
  if (vm.heap().account(bytes)) bytes_ = bytes;
}

CompilerMemory::~CompilerMemory() { vm_.heap().unaccount(bytes_); }

Closure* Modules::load(std::string_view source, const std::string& name, ChunkSort sort, std::string& error,
                       std::string_view function_name) {
  // The compiler recurses to the depth of the source.
  constexpr std::ptrdiff_t kCompilerStack = GS_ASAN ? 5 << 20 : 5 << 19;
  if (static_cast<char*>(__builtin_frame_address(0)) - vm_.native_limit < kCompilerStack) {
    vm_.raise_stack_overflow();
    return nullptr;
  }
  CompilerMemory memory(vm_, source.size());
  if (!memory.is_granted()) return nullptr;
  CompiledChunk chunk = compiler_(source, name, sort);
  if (!chunk.ok) {
    error = chunk.error;
    return nullptr;
  }
  return load_image(vm_, chunk.image, function_name);
}

bool Modules::add_host_module(std::string_view name, Value loader) {
  if (!host_) host_ = vm_.table();
  return host_ && table_set_name(vm_, host_, name, loader);
}

void Modules::trace(Heap& heap) {
  heap.mark_cell(loaded_);
  heap.mark_cell(host_);
}

std::string Modules::requiring_directory() {
  FrameCursor cursor = FrameCursor::of_running(vm_);
  if (cursor.at_end()) return main_directory_;
  std::string source(view(cursor.prototype()->source));
  return source.empty() || source[0] == '(' ? main_directory_ : directory_of(source);
}

std::vector<std::string> Modules::candidates(std::string_view name) {
  std::string file = file_of(name);
  if (file[0] == '/') return {file};
  std::vector<std::string> paths;
  auto add = [&](const std::string& directory) {
    std::string path = join(directory, file);
    for (const std::string& known : paths) {
      if (known == path) return;
    }
    paths.push_back(path);
  };
  add(requiring_directory());
  add(main_directory_);
  if (const char* list = std::getenv("GSCRIPT_PATH")) {
    std::string_view rest = list;
    while (!rest.empty()) {
      usize end = rest.find(':');
      std::string_view directory = rest.substr(0, end);
      if (!directory.empty()) add(std::string(directory));
      rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
    }
  }
  return paths;
}

Value Modules::remember(const std::string& key, Value v) {
  if (v.is_nil()) v = Value::boolean(true);
  if (!loaded_) loaded_ = vm_.table();
  if (!loaded_ || !table_set_name(vm_, loaded_, key, v)) return Value::raised();
  return v;
}

Value Modules::run_module(std::string_view name, const std::string& shown_path, const std::string& key,
                          std::string_view source) {
  std::string error;
  Closure* chunk = load(source, shown_path, ChunkSort::kModule, error, name);
  if (!chunk) return error.empty() ? Value::raised() : vm_.raise(error);
  Value argument = vm_.string_value(name);
  if (argument.is_raised()) return argument;
  loading_.push_back({std::string(name), key});
  Value result = vm_.call(Value::function(chunk), {argument});
  loading_.pop_back();
  return result.is_raised() ? result : remember(key, result);
}

Value Modules::require(std::string_view name) {
  if (host_) {
    Value loader = table_get_name(vm_, host_, name);
    if (!loader.is_nil()) {
      std::string key = "host:" + std::string(name);
      Value known = loaded_ ? table_get_name(vm_, loaded_, key) : Value::nil();
      if (!known.is_nil()) return known;
      Value v = loader.is_function() ? vm_.call(loader, {}) : loader;
      return v.is_raised() ? v : remember(key, v);
    }
  }
  std::string tried;
  for (const std::string& path : candidates(name)) {
    std::string source, reason;
    bool found = reader_ ? read_file(path, source, reason) : is_file(path);
    if (!found) {
      if (vm_.is_raising()) return Value::raised();
      tried += "\n\tno file '" + path + "'";
      continue;
    }
    std::string key = canonical(path);
    Value known = loaded_ ? table_get_name(vm_, loaded_, key) : Value::nil();
    if (!known.is_nil()) return known;
    for (usize i = 0; i < loading_.size(); i++) {
      if (loading_[i].path != key) continue;
      std::string cycle = "import cycle: ";
      for (; i < loading_.size(); i++) cycle += loading_[i].name + " -> ";
      return vm_.raise(cycle + std::string(name));
    }
    if (!reader_ && !read_file(path, source, reason)) {
      return vm_.is_raising() ? Value::raised() : vm_.raise("cannot open '" + path + "': " + reason);
    }
    return run_module(name, path, key, source);
  }
  return vm_.raise("module '" + std::string(name) + "' not found:" + tried);
}

}  // namespace gs::vm
