// The command line, read (language.md 13). Called by main; everything else takes the result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gscript/gscript.hpp"

namespace gs::cli {

enum class Command { kRun, kRepl, kCheck, kFormat, kTest, kDoc, kVersion, kHelp };
enum class Dump { kNone, kAst, kBytecode, kIr, kMachine };

struct Options {
  Command command = Command::kRepl;
  std::optional<std::string> source;   // -e
  std::string file;                    // kRun without source; "-" is standard input
  std::vector<std::string> arguments;  // of the script
  std::vector<std::string> files;      // kCheck, kFormat, kTest; kDoc: names
  gscript::Jit jit = gscript::Jit::on;
  bool stats = false;
  Dump dump = Dump::kNone;
  std::vector<std::pair<std::string, std::string>> tunables;
  std::uint64_t memory_limit = 0;
  double time_limit = 0;
  bool gc_stress = false;
  bool trace_gc = false;
  bool trace_jit = false;
  bool trace_exits = false;
  std::string skip_passes;
  std::string dump_ir;   // a pass, "build" or "all"; "": none
  bool perf = false;
  std::uint64_t fail_allocation = 0;
  bool write = false;    // kFormat: into the files
  bool list = false;     // kFormat: only say which files are not in canonical form
  bool verbose = false;  // kTest: every test gets a line, and what it prints is shown
  std::string filter;    // kTest: tests whose names contain it
  std::string junit;     // kTest: the file for a report

  // Options of the VM that runs `script`.
  gscript::Options for_vm(const std::string& script) const;
};

struct ParsedOptions {
  Options options;
  std::string problem;  // why the command line is wrong; empty: it is not
};

ParsedOptions parse_options(int count, char** words);

// The usage text.
std::string usage();

}  // namespace gs::cli
