// What a test function gets as its argument: `t.equal(got, want)` and its like. A failed one raises an error that says what
// was compared; the place of the error is the test's line.
#pragma once

#include <optional>
#include <string>

#include "gscript/gscript.hpp"

namespace gs::cli {

class Assertions {
 public:
  explicit Assertions(gscript::VM& vm);

  const gscript::Table& table() const { return table_; }
  void begin_test() { skip_reason_.reset(); }
  // Why the test asked to be skipped, if it did.
  const std::optional<std::string>& skip_reason() const { return skip_reason_; }

 private:
  template <typename F>
  void define(const std::string& name, F body);

  gscript::VM& vm_;
  gscript::Table table_;
  std::optional<std::string> skip_reason_;
};

// A value as a message shows it: strings quoted, tables with their fields, shortened where long.
std::string describe(const gscript::Value& value);

// Equal as `==` has it; tables without metatables of their own also if they have equal fields.
bool deep_equal(const gscript::Value& a, const gscript::Value& b);

}  // namespace gs::cli
