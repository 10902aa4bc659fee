// Names of machine code for Linux perf: /tmp/perf-PID.map, which `perf report` reads by itself, and jit-PID.dump in the current
// directory, with code bytes and source lines, for `perf inject --jit`.
#pragma once

#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::jit {

// The code from `address` on, until the next one, belongs to this line.
struct CodeLine {
  const char* address;
  u32 line;
};

class PerfMap {
 public:
  PerfMap() = default;
  ~PerfMap();
  PerfMap(const PerfMap&) = delete;
  PerfMap& operator=(const PerfMap&) = delete;

  // Opens both files. Without them `add` does nothing.
  void open();
  void add(std::string_view name, std::string_view source, const char* code, usize size, std::span<const CodeLine> lines);

 private:
  void open_dump();
  void write(const void* data, usize size) { std::fwrite(data, 1, size, dump_); }

  std::FILE* map_ = nullptr;
  std::FILE* dump_ = nullptr;
  void* marker_ = nullptr;  // a mapping of the dump file: by it perf finds the file
  u64 code_index_ = 0;
};

}  // namespace gs::jit
