// `gscript doc`: the library's reference, made at build time from its documentation comments (tools/docgen.py).
#include <algorithm>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace gs::cli {
namespace {

struct Module {
  std::string_view name, title;
};

struct Entry {
  std::string_view module, name, signature, summary, text, example;
};

constexpr Module kModules[] = {
    {"", ""},
#define GS_DOC_MODULE(name, title) {name, title},
#define GS_DOC(...)
#include "cli/doc_entries.def"
#undef GS_DOC_MODULE
#undef GS_DOC
};

constexpr Entry kEntries[] = {
    {"", "", "", "", "", ""},
#define GS_DOC_MODULE(name, title)
#define GS_DOC(module, name, signature, summary, text, example) {module, name, signature, summary, text, example},
#include "cli/doc_entries.def"
#undef GS_DOC_MODULE
#undef GS_DOC
};

constexpr std::size_t kNameWidth = 26;
constexpr std::size_t kTextWidth = 90;

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  result.resize(std::max(width, text.size() + 1), ' ');
  return result;
}

// Lines of at most kTextWidth bytes, indented.
std::string wrapped(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (end > kTextWidth) {
      end = text.rfind(' ', kTextWidth);
      if (end == text.npos) end = std::min(text.find(' '), text.size());
    }
    result.append("    ").append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    result.append("        ").append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string full_text(const Entry& entry) {
  std::string text = std::string(entry.signature) + "\n" + wrapped(entry.text);
  if (!entry.example.empty()) text += "\n" + indented(entry.example);
  return text;
}

std::string line_of(const Entry& entry) {
  return "    " + padded(entry.name, kNameWidth) + std::string(entry.summary) + "\n";
}

std::string list_of_modules() {
  std::string text;
  for (const Module& module : kModules) {
    if (!module.name.empty()) text += "    " + padded(module.name, 12) + std::string(module.title) + "\n";
  }
  return text;
}

// The entry, the module's list, or a list of entries whose names contain the word; empty: nothing has that name.
std::string find(std::string_view word) {
  std::string text;
  for (const Entry& entry : kEntries) {
    if (!word.empty() && entry.name == word) return full_text(entry);
  }
  for (const Module& module : kModules) {
    if (!word.empty() && module.name == word) text = std::string(module.name) + ": " + std::string(module.title) + "\n";
  }
  const bool is_module = !text.empty();
  for (const Entry& entry : kEntries) {
    const bool fits = is_module ? entry.module == word : entry.name.find(word) != entry.name.npos;
    if (fits && !entry.name.empty()) text += line_of(entry);
  }
  return text;
}

}  // namespace

int show_documentation(const Options& options) {
  if (options.files.empty()) {
    print("usage: gscript doc NAME...\n" + list_of_modules());
    return 0;
  }
  int status = 0;
  for (const std::string& word : options.files) {
    const std::string text = find(word);
    if (text.empty()) {
      print_error("gscript: no documentation for '" + word + "'\n");
      status = 1;
    } else {
      print(text);
    }
  }
  return status;
}

}  // namespace gs::cli
