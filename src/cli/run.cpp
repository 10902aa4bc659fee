// `gscript FILE`, `gscript -e SRC`, `gscript check`, and --dump.
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/report.hpp"

namespace gs::cli {
namespace {

int dump_source(const std::string& source, const std::string& name, Dump form) {
  try {
    print(gscript::VM::dump(source, name, form == Dump::kAst ? gscript::DumpForm::ast : gscript::DumpForm::bytecode));
    return 0;
  } catch (const gscript::Error& error) {
    return report_error(error);
  }
}

}  // namespace

int run_script(const Options& options) {
  std::string source, reason;
  std::string name = options.file;
  if (options.source) {
    source = *options.source;
    name = "(command line)";
  } else if (!read_file(options.file, source, reason)) {
    report_unreadable(options.file, reason);
    return 1;
  }
  if (options.dump == Dump::kAst || options.dump == Dump::kBytecode) return dump_source(source, name, options.dump);

  gscript::VM vm(options.for_vm(options.source ? "-e" : options.file));
  InterruptScope interrupts(vm);
  int status = 0;
  try {
    vm.run(source, name);
  } catch (const gscript::Error& error) {
    status = report_error(error);
  }
  if (options.stats) print_error(vm.statistics());
  return status;
}

int check_files(const Options& options) {
  gscript::VM vm(options.for_vm(""));
  int status = 0;
  for (const std::string& file : options.files) {
    std::string source, reason;
    if (!read_file(file, source, reason)) {
      report_unreadable(file, reason);
      status = 1;
      continue;
    }
    gscript::CheckResult result = vm.check(source, file);
    print_error(result.errors);
    print_error(result.warnings);
    if (!result.ok) status = 1;
  }
  return status;
}

}  // namespace gs::cli
