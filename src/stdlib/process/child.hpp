// Child processes for process.* and os.execute. Waiting lets other goroutines run: the waiter sleeps in the scheduler
// between looks, a little longer each time.
#pragma once

#include <string>
#include <vector>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

struct Command {
  std::vector<std::string> arguments;    // [0] is looked up in PATH
  std::vector<std::string> environment;  // "K=V" added to (or replacing) the environment
  std::string directory;                 // empty: the current one
  std::string input;                     // for standard input
  f64 timeout = 0;                       // seconds; 0: none
  bool captures = true;                  // else the child shares the three standard files
};

struct Outcome {
  std::string output, errors;
  int start_error = 0;  // errno if it could not be started
  int code = -1;        // exit status; -1: killed or not started
  int signal = 0;       // that ended it
};

// Runs the command to its end. False = raised.
[[nodiscard]] bool run_command(vm::Vm& vm, const Command& command, Outcome& outcome);

}  // namespace gs::stdlib
