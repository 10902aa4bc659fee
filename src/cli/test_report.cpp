#include "cli/test_report.hpp"

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

namespace gs::cli {
namespace {

// For attributes and text; bytes XML has no place for become '?'.
std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\n': result += "&#10;"; break;
      case '\t': result += "&#9;"; break;
      default: result += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
  }
  return result;
}

std::string attribute(const char* name, std::string_view value) {
  return std::string(" ") + name + "=\"" + escaped(value) + "\"";
}

std::string seconds_text(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", seconds);
  return text;
}

using Results = std::span<const TestResult>;

std::string count_of(Results results, TestStatus status) {
  return std::to_string(std::count_if(results.begin(), results.end(),
                                      [status](const TestResult& result) { return result.status == status; }));
}

std::string test_case(const TestResult& result) {
  std::string text = "    <testcase" + attribute("classname", result.file) + attribute("name", result.name) +
                     attribute("time", seconds_text(result.seconds)) + ">\n";
  if (result.status == TestStatus::kFailed) {
    const std::string message = result.detail.substr(0, result.detail.find('\n'));
    text += "      <failure" + attribute("message", message) + ">" + escaped(result.detail) + "</failure>\n";
  } else if (result.status == TestStatus::kSkipped) {
    text += "      <skipped" + attribute("message", result.detail) + "/>\n";
  }
  if (!result.output.empty()) text += "      <system-out>" + escaped(result.output) + "</system-out>\n";
  return text + "    </testcase>\n";
}

std::string suite(Results results) {
  double seconds = 0;
  for (const TestResult& result : results) seconds += result.seconds;
  std::string text =
      "  <testsuite" + attribute("name", results[0].file) + attribute("tests", std::to_string(results.size())) +
      attribute("failures", count_of(results, TestStatus::kFailed)) +
      attribute("skipped", count_of(results, TestStatus::kSkipped)) + attribute("time", seconds_text(seconds)) + ">\n";
  for (const TestResult& result : results) text += test_case(result);
  return text + "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const std::vector<TestResult>& results) {
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
                     attribute("tests", std::to_string(results.size())) +
                     attribute("failures", count_of(results, TestStatus::kFailed)) + ">\n";
  for (std::size_t i = 0; i < results.size();) {
    std::size_t end = i;
    while (end < results.size() && results[end].file == results[i].file) ++end;
    text += suite(Results(results).subspan(i, end - i));
    i = end;
  }
  return text + "</testsuites>\n";
}

}  // namespace gs::cli
