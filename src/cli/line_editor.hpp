// Reads the lines of an interactive session: libedit with history and completion on a terminal, plain lines elsewhere.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gs::cli {

enum class ReadResult { kLine, kEnd, kInterrupted };

class LineEditor {
 public:
  // How the text before the cursor could go on: whole names for its last word.
  using Completer = std::function<std::vector<std::string>(std::string_view text)>;

  static std::unique_ptr<LineEditor> for_terminal(Completer completer);
  static std::unique_ptr<LineEditor> for_pipe();
  virtual ~LineEditor() = default;

  // `line` comes without its newline.
  virtual ReadResult read(const char* prompt, std::string& line) = 0;
};

}  // namespace gs::cli
