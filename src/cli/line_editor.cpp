#include "cli/line_editor.hpp"

#include <histedit.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace gs::cli {
namespace {

class PipeReader final : public LineEditor {
 public:
  ReadResult read(const char*, std::string& line) override {
    char* buffer = nullptr;
    std::size_t capacity = 0;
    ssize_t length = getline(&buffer, &capacity, stdin);
    if (length > 0) line.assign(buffer, std::size_t(length) - (buffer[length - 1] == '\n'));
    std::free(buffer);
    return length > 0 ? ReadResult::kLine : ReadResult::kEnd;
  }
};

void ignore_signal(int) {}

// Only its arrival matters: it makes the pending read return.
class InterruptedReads {
 public:
  InterruptedReads() {
    struct sigaction action = {};
    action.sa_handler = ignore_signal;
    sigaction(SIGINT, &action, &previous_);
  }
  ~InterruptedReads() { sigaction(SIGINT, &previous_, nullptr); }

 private:
  struct sigaction previous_ = {};
};

class TerminalEditor final : public LineEditor {
 public:
  explicit TerminalEditor(Completer completer) : completer_(std::move(completer)) {
    std::setlocale(LC_CTYPE, "");
    const char* home = std::getenv("HOME");
    if (home && *home) history_path_ = std::string(home) + "/.gscript_history";
    HistEvent event;
    history_ = history_init();
    history(history_, &event, H_SETSIZE, 2000);
    history(history_, &event, H_SETUNIQUE, 1);
    if (!history_path_.empty()) history(history_, &event, H_LOAD, history_path_.c_str());

    edit_ = el_init("gscript", stdin, stdout, stderr);
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_PROMPT, &prompt_of);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_SIGNAL, 0);
    el_set(edit_, EL_HIST, history, history_);
    el_set(edit_, EL_ADDFN, "complete-name", "complete a name", &complete_name);
    el_set(edit_, EL_BIND, "^I", "complete-name", nullptr);
    el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  }

  ~TerminalEditor() override {
    HistEvent event;
    if (!history_path_.empty()) history(history_, &event, H_SAVE, history_path_.c_str());
    el_end(edit_);
    history_end(history_);
  }

  ReadResult read(const char* prompt, std::string& line) override {
    prompt_ = prompt;
    InterruptedReads interrupted_reads;
    int count = 0;
    errno = 0;
    const char* text = el_gets(edit_, &count);
    if (!text || count <= 0) {
      std::fputc('\n', stdout);
      if (errno != EINTR) return ReadResult::kEnd;
      el_reset(edit_);
      return ReadResult::kInterrupted;
    }
    line.assign(text, std::size_t(count));
    if (line.ends_with('\n')) line.pop_back();
    HistEvent event;
    if (line.find_first_not_of(" \t") != std::string::npos) history(history_, &event, H_ENTER, line.c_str());
    return ReadResult::kLine;
  }

 private:
  static TerminalEditor& of(EditLine* edit) {
    void* self = nullptr;
    el_get(edit, EL_CLIENTDATA, &self);
    return *static_cast<TerminalEditor*>(self);
  }

  static char* prompt_of(EditLine* edit) { return const_cast<char*>(of(edit).prompt_); }

  static unsigned char complete_name(EditLine* edit, int) { return of(edit).complete(); }

  // Inserts what all candidates share; if that is nothing new, lists them.
  unsigned char complete() {
    const LineInfo* info = el_line(edit_);
    std::string_view before(info->buffer, std::size_t(info->cursor - info->buffer));
    std::vector<std::string> names = completer_(before);
    if (names.empty()) return CC_ERROR;
    std::size_t word = before.size();
    auto is_name_byte = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    while (word > 0 && is_name_byte(before[word - 1])) word--;
    std::size_t typed = before.size() - word;
    std::string shared = names[0];
    for (const std::string& name : names) {
      auto [end, unused] = std::mismatch(shared.begin(), shared.end(), name.begin(), name.end());
      shared.erase(end, shared.end());
    }
    if (shared.size() > typed) {
      el_insertstr(edit_, shared.c_str() + typed);
      return CC_REFRESH;
    }
    if (names.size() == 1) return CC_NORM;
    std::fputc('\n', stdout);
    for (const std::string& name : names) std::printf("%s  ", name.c_str());
    std::fputc('\n', stdout);
    return CC_REDISPLAY;
  }

  Completer completer_;
  const char* prompt_ = "";
  std::string history_path_;
  History* history_ = nullptr;
  EditLine* edit_ = nullptr;
};

}  // namespace

std::unique_ptr<LineEditor> LineEditor::for_terminal(Completer completer) {
  return std::make_unique<TerminalEditor>(std::move(completer));
}

std::unique_ptr<LineEditor> LineEditor::for_pipe() { return std::make_unique<PipeReader>(); }

}  // namespace gs::cli
