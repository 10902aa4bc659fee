// CLI11 knows the flags; which words are flags at all is decided here first, because everything after FILE or SRC belongs to
// the script.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

namespace gs::cli {
namespace {

// Strings as they stand behind the flags, before they mean anything.
struct RawFlags {
  bool help = false;
  bool stats = false;
  bool gc_stress = false;
  bool exit_stress = false;
  bool perf = false;
  std::vector<std::string> trace;
  std::string skip_passes;
  std::uint64_t fail_allocation = 0;
  bool write = false;
  bool list = false;
  bool verbose = false;
  std::string filter;
  std::string junit;
  std::string jit = "on";
  std::string dump;
  std::string memory_limit;
  std::string time_limit;
  std::vector<std::string> set;
};

std::string check_dump_form(const std::string& form) {
  const bool is_known = form == "ast" || form == "bytecode" || form == "ir" || form == "asm" || form.starts_with("ir:");
  return is_known ? "" : form + " is none of ast, bytecode, ir, ir:PASS, asm";
}

void declare_flags(CLI::App& app, RawFlags& raw) {
  app.set_help_flag();
  app.add_flag("-h,--help", raw.help, "this text");
  app.add_option("--jit", raw.jit, "which tiers run: all, the interpreter alone, or all but the optimizing one")
      ->option_text("on|off|baseline")
      ->check(CLI::IsMember({"on", "off", "baseline"}))
      ->take_last();
  app.add_flag("--stats", raw.stats, "figures on compilation, exits and memory on standard error after the run");
  app.add_option("--dump", raw.dump, "print that form; ast and bytecode do not run FILE")
      ->option_text("ast|bytecode|ir[:PASS]|asm")
      ->check(check_dump_form)
      ->take_last();
  app.add_option("--set", raw.set, "set a tunable; may be repeated")
      ->option_text("NAME=VALUE")
      ->expected(1)
      ->take_all();
  app.add_option("--memory-limit", raw.memory_limit, "heap limit in bytes, or with K, M or G")
      ->option_text("SIZE")
      ->take_last();
  app.add_option("--time-limit", raw.time_limit, "seconds of running time")->option_text("SECONDS")->take_last();
  app.add_option("--skip-passes", raw.skip_passes, "passes the optimizer leaves out (for developers)")->option_text("NAMES");
  app.add_option("--trace", raw.trace, "lines on standard error: gc (stops of the collector), jit (what is optimized), exits (what leaves optimized code too often)")
      ->option_text("gc|jit|exits")
      ->delimiter(',')
      ->check(CLI::IsMember({"gc", "jit", "exits"}));
  app.add_flag("--perf", raw.perf, "write names of machine code for Linux perf: /tmp/perf-PID.map and jit-PID.dump");
  app.add_flag("--gc-stress", raw.gc_stress, "collect garbage at every allocation (for developers)");
  app.add_flag("--exit-stress", raw.exit_stress, "let every guard of optimized code fail once (for developers)");
  app.add_flag("-w,--write", raw.write, "fmt: write the result into the files");
  app.add_flag("--check", raw.list, "fmt: print the names of files that are not formatted; status 1 if there are any");
  app.add_flag("-v,--verbose", raw.verbose, "test: a line for every test, and what tests print");
  app.add_option("--filter", raw.filter, "test: run the tests whose names contain it")->option_text("TEXT")->take_last();
  app.add_option("--junit", raw.junit, "test: write a JUnit report")->option_text("FILE")->take_last();
  app.add_option("--fail-alloc", raw.fail_allocation, "let the heap's N-th allocation fail (for developers)")
      ->option_text("N")
      ->take_last();
}

// Flags of one command, as they stand in the usage text.
struct CommandFlag {
  Command command;
  const char* name;
  bool given;
};

// The problem with flags that belong to another command than `command`, or "".
std::string misplaced_flag(const RawFlags& raw, Command command) {
  const CommandFlag flags[] = {{Command::kFormat, "--write", raw.write},
                               {Command::kFormat, "--check", raw.list},
                               {Command::kTest, "--verbose", raw.verbose},
                               {Command::kTest, "--filter", !raw.filter.empty()},
                               {Command::kTest, "--junit", !raw.junit.empty()}};
  for (const CommandFlag& flag : flags) {
    if (flag.given && flag.command != command) return std::string(flag.name) + ": not a flag of this command";
  }
  return "";
}

bool parse_size(const std::string& text, std::uint64_t& bytes) {
  const char* end = text.data() + text.size();
  std::uint64_t number = 0;
  auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || number == 0) return false;
  int shift = 0;
  if (rest != end) {
    switch (*rest++) {
      case 'K':
      case 'k': shift = 10; break;
      case 'M':
      case 'm': shift = 20; break;
      case 'G':
      case 'g': shift = 30; break;
      default: return false;
    }
  }
  bytes = number << shift;
  return rest == end && bytes >> shift == number;
}

bool parse_seconds(const std::string& text, double& seconds) {
  const char* end = text.data() + text.size();
  auto [rest, error] = std::from_chars(text.data(), end, seconds);
  return error == std::errc() && rest == end && seconds > 0 && seconds < 1e12;
}

// Meanings of the raw strings; the problem, or "".
std::string interpret(const RawFlags& raw, Options& options) {
  options.stats = raw.stats;
  options.write = raw.write;
  options.list = raw.list;
  options.verbose = raw.verbose;
  options.filter = raw.filter;
  options.junit = raw.junit;
  options.gc_stress = raw.gc_stress;
  const auto traces = [&](const char* what) { return std::ranges::find(raw.trace, what) != raw.trace.end(); };
  options.trace_gc = traces("gc");
  options.trace_jit = traces("jit");
  options.trace_exits = traces("exits");
  options.skip_passes = raw.skip_passes;
  options.perf = raw.perf;
  options.fail_allocation = raw.fail_allocation;
  options.jit = raw.jit == "off"        ? gscript::Jit::off
                : raw.jit == "baseline" ? gscript::Jit::baseline
                                        : gscript::Jit::on;
  if (!raw.dump.empty()) {
    options.dump = raw.dump == "ast"        ? Dump::kAst
                   : raw.dump == "bytecode" ? Dump::kBytecode
                   : raw.dump == "asm"      ? Dump::kMachine
                                            : Dump::kIr;
    if (options.dump == Dump::kIr) options.dump_ir = raw.dump.size() > 3 ? raw.dump.substr(3) : "finish";
  }
  if (raw.exit_stress) options.tunables.emplace_back("opt.stress_exits", "1");
  for (const std::string& setting : raw.set) {
    std::size_t equals = setting.find('=');
    if (equals == std::string::npos) return "--set: '" + setting + "' is not NAME=VALUE";
    options.tunables.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
  }
  if (!raw.memory_limit.empty() && !parse_size(raw.memory_limit, options.memory_limit)) {
    return "--memory-limit: '" + raw.memory_limit + "' is not a size";
  }
  if (!raw.time_limit.empty() && !parse_seconds(raw.time_limit, options.time_limit)) {
    return "--time-limit: '" + raw.time_limit + "' is not a number of seconds";
  }
  return "";
}

// Splits the words: flags from the first operand on, `-e` and its source, operands.
class Words {
 public:
  Words(const CLI::App& app, int count, char** words) : app_(app), words_(words + 1, words + count) {}

  // Moves flags (and their values) to `flags`; stops at an operand, -e, or the end.
  void take_flags() {
    while (!flags_ended_ && next_ < words_.size()) {
      const std::string& word = words_[next_];
      if (word.size() < 2 || word[0] != '-' || word == "-e") return;
      next_++;
      if (word == "--") {
        flags_ended_ = true;
        return;
      }
      flags.push_back(word);
      if (takes_value(word) && next_ < words_.size()) flags.push_back(words_[next_++]);
    }
  }
  bool at_source_flag() const { return !flags_ended_ && !at_end() && words_[next_] == "-e"; }
  bool at_end() const { return next_ >= words_.size(); }
  const std::string& peek() const { return words_[next_]; }
  std::string take() { return words_[next_++]; }
  std::vector<std::string> take_rest() {
    std::vector<std::string> rest(words_.begin() + std::ptrdiff_t(next_), words_.end());
    next_ = words_.size();
    return rest;
  }

  std::vector<std::string> flags;

 private:
  bool takes_value(const std::string& word) const {
    const CLI::Option* option = app_.get_option_no_throw(word);
    return option && option->get_items_expected_max() > 0 && option->get_type_size() > 0;
  }

  const CLI::App& app_;
  std::vector<std::string> words_;
  std::size_t next_ = 0;
  bool flags_ended_ = false;
};

bool take_command(Words& words, Command& command) {
  if (words.at_end() || words.at_source_flag()) return false;
  const std::string& word = words.peek();
  if (word == "run") command = Command::kRun;
  else if (word == "repl") command = Command::kRepl;
  else if (word == "check") command = Command::kCheck;
  else if (word == "fmt") command = Command::kFormat;
  else if (word == "test") command = Command::kTest;
  else if (word == "doc") command = Command::kDoc;
  else if (word == "version") command = Command::kVersion;
  else return false;
  words.take();
  return true;
}

// Operands of the command; the problem, or "".
std::string take_operands(Words& words, bool has_command, Options& options) {
  if (words.at_source_flag() && (!has_command || options.command == Command::kRun)) {
    words.take();
    if (words.at_end()) return "-e: source text is missing";
    options.command = Command::kRun;
    options.source = words.take();
    options.arguments = words.take_rest();
    return "";
  }
  if (!has_command) options.command = words.at_end() ? Command::kRepl : Command::kRun;
  switch (options.command) {
    case Command::kRun:
      if (words.at_end()) return "run: FILE is missing";
      options.file = words.take();
      options.arguments = words.take_rest();
      return "";
    case Command::kCheck:
      options.files = words.take_rest();
      return options.files.empty() ? "check: FILE is missing" : "";
    case Command::kTest:
    case Command::kDoc:
    case Command::kFormat: options.files = words.take_rest(); return "";
    default: return words.at_end() ? "" : "unexpected operand '" + words.peek() + "'";
  }
}

}  // namespace

gscript::Options Options::for_vm(const std::string& script) const {
  gscript::Options result;
  result.memory_limit = memory_limit;
  result.time_limit = time_limit;
  result.jit = jit;
  result.tunables = tunables;
  result.gc_stress = gc_stress;
  result.trace_gc = trace_gc;
  result.trace_jit = trace_jit;
  result.trace_exits = trace_exits;
  result.skip_passes = skip_passes;
  result.perf = perf;
  result.dump_code = dump == Dump::kMachine;
  result.dump_ir = dump_ir;
  result.fail_allocation = fail_allocation;
  if (!script.empty()) result.arguments.push_back(script);
  result.arguments.insert(result.arguments.end(), arguments.begin(), arguments.end());
  return result;
}

ParsedOptions parse_options(int count, char** words_given) {
  ParsedOptions parsed;
  Options& options = parsed.options;
  RawFlags raw;
  CLI::App app;
  declare_flags(app, raw);

  Words words(app, count, words_given);
  words.take_flags();
  bool has_command = take_command(words, options.command);
  if (has_command) words.take_flags();
  try {
    std::vector<std::string> flags(words.flags.rbegin(), words.flags.rend());
    app.parse(flags);
  } catch (const CLI::ExtrasError&) {
    for (const std::string& flag : words.flags) {
      std::string name = flag.substr(0, flag.find('='));
      if (flag[0] == '-' && !app.get_option_no_throw(name)) parsed.problem = "unknown flag '" + flag + "'";
    }
    if (parsed.problem.empty()) parsed.problem = "wrong flags";
  } catch (const CLI::ParseError& error) {
    parsed.problem = error.what();
  }
  if (parsed.problem.empty()) parsed.problem = interpret(raw, options);
  if (parsed.problem.empty() && !raw.help) parsed.problem = misplaced_flag(raw, options.command);
  if (parsed.problem.empty() && raw.help) {
    options.command = Command::kHelp;
  } else if (parsed.problem.empty()) {
    parsed.problem = take_operands(words, has_command, options);
  }
  return parsed;
}

std::string usage() {
  std::string text =
      "usage: gscript [flags] FILE [args...]      run a script ('-': from standard input)\n"
      "       gscript [flags] -e SRC [args...]    run SRC\n"
      "       gscript [flags] [repl]              interactive session\n"
      "       gscript check FILE...               report errors and warnings\n"
      "       gscript fmt [-w|--check] [PATH...]  format sources (none: standard input); folders mean all .gs files in them\n"
      "       gscript test [-v] [PATH...]         call the functions test_* of files *_test.gs\n"
      "       gscript doc [NAME...]               what the library has under a name: string, string.find\n"
      "       gscript version                     print the version\n"
      "flags:\n";
  RawFlags raw;
  CLI::App app;
  declare_flags(app, raw);
  for (const CLI::Option* option : app.get_options()) {
    std::string name = option->get_name(false, true);
    if (!option->get_option_text().empty()) name += "=" + option->get_option_text();
    name.resize(std::max<std::size_t>(name.size(), 28), ' ');
    text += "  " + name + " " + option->get_description() + "\n";
  }
  return text;
}

}  // namespace gs::cli
