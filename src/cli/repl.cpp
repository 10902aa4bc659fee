// The interactive session (language.md 13): reads inputs, continues incomplete ones, runs them, reports errors and goes on.
#include <unistd.h>

#include <string>
#include <string_view>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/line_editor.hpp"
#include "cli/report.hpp"

namespace gs::cli {
namespace {

constexpr std::string_view kHelp =
    ":help         this text\n"
    ":load FILE    run a file\n"
    ":quit         end the session (also: exit, quit, end of input)\n"
    "An expression prints its values; an incomplete input goes on on the next line.\n";

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

class Session {
 public:
  Session(const Options& options) : options_(options), vm_(options.for_vm("")), is_terminal_(isatty(0)) {
    editor_ = is_terminal_ ? LineEditor::for_terminal([this](std::string_view text) { return vm_.complete(text); })
                           : LineEditor::for_pipe();
  }

  int run() {
    if (is_terminal_) {
      print(std::string("GScript ") + gscript::VM::version() + " - :help for help, :quit to leave\n");
    }
    while (!ended_) read_line();
    if (options_.stats) print_error(vm_.statistics());
    return status_;
  }

 private:
  void read_line() {
    std::string line;
    switch (editor_->read(input_.empty() ? "> " : ".. ", line)) {
      case ReadResult::kInterrupted: input_.clear(); return;
      case ReadResult::kEnd:
        // What is missing will not come: report it.
        if (!input_.empty()) {
          input_.pop_back();
          guarded([&] { vm_.run(input_, "(repl)"); });
        }
        ended_ = true;
        return;
      case ReadResult::kLine: break;
    }
    if (input_.empty() && run_command(trimmed(line))) return;
    input_ += line;
    input_ += '\n';
    bool complete = true;
    guarded([&] { complete = vm_.interact(input_); });
    if (complete) input_.clear();
  }

  // A line that is for the session itself.
  bool run_command(std::string_view line) {
    if (line == ":quit" || line == "exit" || line == "quit") {
      ended_ = true;
    } else if (line == ":help") {
      print(kHelp);
    } else if (line.starts_with(":load ")) {
      load(std::string(trimmed(line.substr(6))));
    } else if (line.starts_with(':')) {
      print_error("unknown command '" + std::string(line) + "', try :help\n");
    } else {
      return false;
    }
    return true;
  }

  void load(const std::string& path) {
    std::string source, reason;
    if (!read_file(path, source, reason)) return report_unreadable(path, reason);
    guarded([&] { vm_.run(source, path); });
  }

  // Runs script code: each input has the whole time limit, and its errors end only the input.
  template <typename F>
  void guarded(F run) {
    InterruptScope interrupts(vm_);
    if (options_.time_limit > 0) vm_.set_time_limit(options_.time_limit);
    try {
      run();
    } catch (const gscript::Error& error) {
      int status = report_error(error);
      if (error.kind() != gscript::ErrorKind::exit) return;
      status_ = status;
      ended_ = true;
    }
  }

  const Options& options_;
  gscript::VM vm_;
  bool is_terminal_;
  std::unique_ptr<LineEditor> editor_;
  std::string input_;
  bool ended_ = false;
  int status_ = 0;
};

}  // namespace

int run_repl(const Options& options) { return Session(options).run(); }

}  // namespace gs::cli
