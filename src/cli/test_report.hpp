// Results of `gscript test`, and their form for continuous integration.
#pragma once

#include <string>
#include <vector>

namespace gs::cli {

enum class TestStatus { kPassed, kFailed, kSkipped };

struct TestResult {
  std::string file;
  std::string name;
  TestStatus status = TestStatus::kPassed;
  std::string detail;  // the error report, or why it was skipped
  std::string output;  // what the test printed
  double seconds = 0;
};

// JUnit's XML: a testsuite for each file.
std::string junit_report(const std::vector<TestResult>& results);

}  // namespace gs::cli
