// Modules and chunks at run time (section 12): require with its search path and cache, load, dofile. Compiling is the host's
// business: the VM knows no syntax, so it is given a compiler as a function from source to image.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bytecode/image.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

enum class ChunkSort : u8 { kMain, kLoad, kModule };

struct CompiledChunk {
  bool ok = false;
  bytecode::Image image;
  std::string error;  // the first one: NAME:LINE:COL: MESSAGE
};

using Compiler = std::function<CompiledChunk(std::string_view source, const std::string& name, ChunkSort sort)>;

// What a compiler may need for a source counts against the memory limit while it works.
class CompilerMemory {
 public:
  CompilerMemory(Vm& vm, usize source_bytes);
  ~CompilerMemory();
  CompilerMemory(const CompilerMemory&) = delete;
  CompilerMemory& operator=(const CompilerMemory&) = delete;
  bool is_granted() const { return bytes_ > 0; }  // false: out of memory was raised

 private:
  Vm& vm_;
  usize bytes_;
};

class Modules {
 public:
  explicit Modules(Vm& vm) : vm_(vm) {}

  void set_compiler(Compiler compiler) { compiler_ = std::move(compiler); }
  void set_main_directory(std::string directory) { main_directory_ = std::move(directory); }
  // Forbids or replaces reading files (sandboxes). Returns false and a reason if it cannot be read.
  using FileReader = std::function<bool(const std::string& path, std::string& contents, std::string& reason)>;
  void set_file_reader(FileReader reader) { reader_ = std::move(reader); }
  // A module registered by the host: `loader` is called once, its result is the module's value.
  [[nodiscard]] bool add_host_module(std::string_view name, Value loader);

  // Compiles and loads: the chunk's closure, or null with `error` set (compile error; empty if an error was raised).
  Closure* load(std::string_view source, const std::string& name, ChunkSort sort, std::string& error,
                std::string_view function_name = "");
  Value require(std::string_view name);
  // False: cannot be read, for `reason`; or raised (out of memory).
  bool read_file(const std::string& path, std::string& contents, std::string& reason);
  void trace(Heap& heap);

 private:
  struct Loading {
    std::string name;
    std::string path;
  };
  std::vector<std::string> candidates(std::string_view name);
  Value run_module(std::string_view name, const std::string& shown_path, const std::string& key, std::string_view source);
  Value remember(const std::string& key, Value v);
  std::string requiring_directory();

  Vm& vm_;
  Compiler compiler_;
  FileReader reader_;
  std::string main_directory_;
  Table* loaded_ = nullptr;  // canonical path or host name -> value
  Table* host_ = nullptr;    // host modules not yet loaded
  std::vector<Loading> loading_;
};

}  // namespace gs::vm
