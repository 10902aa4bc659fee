#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace gs::cli {
namespace {

// A signal handler has no argument to carry it: the one global of the program.
std::atomic<gscript::VM*> interrupted_vm{nullptr};

void on_interrupt(int) {
  if (gscript::VM* vm = interrupted_vm.load()) vm->interrupt();
}

}  // namespace

InterruptScope::InterruptScope(gscript::VM& vm) {
  interrupted_vm.store(&vm);
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  action.sa_flags = int(SA_RESETHAND);  // and no SA_RESTART: blocking reads return
  sigaction(SIGINT, &action, nullptr);
}

InterruptScope::~InterruptScope() {
  std::signal(SIGINT, SIG_DFL);
  interrupted_vm.store(nullptr);
}

}  // namespace gs::cli
