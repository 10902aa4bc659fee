// The gscript command: reads the command line and hands over to a command. Written against the public header alone.
#include <exception>

#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace gs::cli {
namespace {

int usage_error(const std::string& problem) {
  print_error("gscript: " + problem + "\n" + usage());
  return 2;
}

int run(int count, char** words) {
  ParsedOptions parsed = parse_options(count, words);
  if (!parsed.problem.empty()) return usage_error(parsed.problem);
  try {
    switch (parsed.options.command) {
      case Command::kRun: return run_script(parsed.options);
      case Command::kRepl: return run_repl(parsed.options);
      case Command::kCheck: return check_files(parsed.options);
      case Command::kFormat: return format_files(parsed.options);
      case Command::kTest: return test_files(parsed.options);
      case Command::kDoc: return show_documentation(parsed.options);
      case Command::kVersion: print(std::string("gscript ") + gscript::VM::version() + "\n"); return 0;
      case Command::kHelp: print(usage()); return 0;
    }
  } catch (const std::invalid_argument& error) {  // --set
    return usage_error(error.what());
  } catch (const std::exception& error) {
    print_error(std::string("gscript: ") + error.what() + "\n");
  }
  return 1;
}

}  // namespace
}  // namespace gs::cli

int main(int count, char** words) { return gs::cli::run(count, words); }
