// What the command says to people: error reports on standard error.
#pragma once

#include <string>
#include <string_view>

#include "gscript/gscript.hpp"

namespace gs::cli {

void print(std::string_view text);        // standard output
void print_error(std::string_view text);  // standard error

// Reports an error that ended a run; the exit status (9.5).
int report_error(const gscript::Error& error);

// The text of a file, "-" being standard input. False: `reason` says why not.
bool read_file(const std::string& path, std::string& text, std::string& reason);
// "gscript: cannot open 'FILE': REASON".
void report_unreadable(const std::string& path, const std::string& reason);

}  // namespace gs::cli
