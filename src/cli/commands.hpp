// The commands of the tool. Each returns the exit status.
#pragma once

#include "cli/options.hpp"

namespace gs::cli {

int run_script(const Options& options);
int run_repl(const Options& options);
int check_files(const Options& options);
int format_files(const Options& options);
int test_files(const Options& options);
int show_documentation(const Options& options);

}  // namespace gs::cli
