// Ctrl-C while a script runs: the first one interrupts the VM, a second one (the script does not come back) ends the process.
#pragma once

#include "gscript/gscript.hpp"

namespace gs::cli {

// For its lifetime SIGINT goes to `vm`.
class InterruptScope {
 public:
  explicit InterruptScope(gscript::VM& vm);
  ~InterruptScope();
  InterruptScope(const InterruptScope&) = delete;
  InterruptScope& operator=(const InterruptScope&) = delete;
};

}  // namespace gs::cli
