// What the targets that run scripts share: a sandboxed VM whose output goes nowhere, and calls whose errors are fine.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "gscript/gscript.hpp"

namespace gs::fuzz {

inline gscript::Options sandbox(double seconds) {
  gscript::Options options;
  options.library = gscript::Library::safe;
  options.memory_limit = 64 << 20;
  options.time_limit = seconds;
  options.print = [](std::string_view) {};
  return options;
}

// Runs `action`; script errors of any kind are a fine outcome.
template <typename F>
void tolerating_errors(F action) {
  try {
    action();
  } catch (const gscript::Error&) {}
}

}  // namespace gs::fuzz
