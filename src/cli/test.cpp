// `gscript test`: calls the functions named test_* of files named *_test.gs, each file in a VM of its own. A test fails if it
// raises; it gets a table of assertions (assertions.hpp). What a test prints is shown if it fails, or with -v.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "cli/assertions.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/report.hpp"
#include "cli/source_files.hpp"
#include "cli/test_report.hpp"

namespace gs::cli {
namespace {

constexpr std::string_view kFileSuffix = "_test.gs";
constexpr std::string_view kNamePrefix = "test_";
constexpr int kInterruptedStatus = 130;

std::string indented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    (result += "    ") += text.substr(0, end);
    text.remove_prefix(end);
  }
  if (!result.empty() && result.back() != '\n') result += '\n';
  return result;
}

bool is_name_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where `source` first has `name` as a whole word; tests run in that order.
std::size_t first_mention(std::string_view source, std::string_view name) {
  for (std::size_t at = source.find(name); at != source.npos; at = source.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_name_part(source[at - 1])) && (end == source.size() || !is_name_part(source[end]))) return at;
  }
  return source.npos;
}

class Runner {
 public:
  explicit Runner(const Options& options) : options_(options) {}

  void run_file(const std::string& file) {
    std::string source, reason;
    if (!read_file(file, source, reason)) {
      add({file, "(load)", TestStatus::kFailed, "cannot open '" + file + "': " + reason + "\n", "", 0});
      return;
    }
    std::string output;
    gscript::Options vm_options = options_.for_vm(file);
    vm_options.print = [&output](std::string_view text) { output += text; };
    gscript::VM vm(std::move(vm_options));
    InterruptScope interrupts(vm);
    Assertions assertions(vm);
    const TestResult loaded = measure(file, "(load)", output, assertions, [&] { vm.run(source, file); });
    if (loaded.status == TestStatus::kFailed) return add(loaded);
    for (const std::string& name : test_names(vm, source)) {
      if (was_interrupted_) return;
      vm.set_time_limit(options_.time_limit);
      add(measure(file, name, output, assertions, [&] { vm.call<void>(name, assertions.table()); }));
    }
  }

  bool was_interrupted() const { return was_interrupted_; }
  const std::vector<TestResult>& results() const { return results_; }

  // The closing line; the exit status.
  int finish() const {
    const auto count = [this](TestStatus status) {
      return std::count_if(results_.begin(), results_.end(), [=](const TestResult& r) { return r.status == status; });
    };
    const auto failed = count(TestStatus::kFailed), skipped = count(TestStatus::kSkipped);
    std::string line = std::to_string(count(TestStatus::kPassed)) + " passed, " + std::to_string(failed) + " failed";
    if (skipped > 0) line += ", " + std::to_string(skipped) + " skipped";
    print(line + "\n");
    if (was_interrupted_) return kInterruptedStatus;
    if (results_.empty()) print_error("gscript: no tests found\n");
    return failed > 0 || results_.empty();
  }

 private:
  template <typename F>
  TestResult measure(const std::string& file, const std::string& name, std::string& output, Assertions& assertions,
                     F body) {
    TestResult result{file, name, TestStatus::kPassed, "", "", 0};
    output.clear();
    assertions.begin_test();
    const auto start = std::chrono::steady_clock::now();
    try {
      body();
    } catch (const gscript::Error& error) {
      judge(error, assertions, result);
    }
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.output = output;
    return result;
  }

  void judge(const gscript::Error& error, const Assertions& assertions, TestResult& result) {
    const bool is_skip = assertions.skip_reason() && error.kind() == gscript::ErrorKind::runtime;
    was_interrupted_ = was_interrupted_ || error.kind() == gscript::ErrorKind::interrupted;
    result.status = is_skip ? TestStatus::kSkipped : TestStatus::kFailed;
    result.detail = is_skip ? *assertions.skip_reason() : error.report();
    if (error.kind() == gscript::ErrorKind::exit) {
      result.detail = "os.exit(" + std::to_string(error.exit_status()) + ") was called\n";
    }
  }

  std::vector<std::string> test_names(const gscript::VM& vm, std::string_view source) const {
    std::vector<std::string> names = vm.complete(kNamePrefix);
    std::erase_if(names, [&](const std::string& name) {
      return name.find(options_.filter) == name.npos || !vm.get(name).is_function();
    });
    std::sort(names.begin(), names.end(), [source](const std::string& a, const std::string& b) {
      return std::pair(first_mention(source, a), a) < std::pair(first_mention(source, b), b);
    });
    return names;
  }

  void add(const TestResult& result) {
    static constexpr const char* kWords[] = {"ok   ", "FAIL ", "skip "};
    const bool failed = result.status == TestStatus::kFailed;
    if (failed || options_.verbose) {
      char time[32];
      std::snprintf(time, sizeof time, " (%.3f s)", result.seconds);
      std::string line = kWords[int(result.status)] + result.file + ": " + result.name + time;
      if (result.status == TestStatus::kSkipped && !result.detail.empty()) line += ": " + result.detail;
      print(line + "\n" + indented(result.output) + (failed ? indented(result.detail) : ""));
    }
    results_.push_back(result);
  }

  const Options& options_;
  std::vector<TestResult> results_;
  bool was_interrupted_ = false;
};

bool write_junit(const std::string& path, const std::vector<TestResult>& results) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const std::string text = junit_report(results);
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace

int test_files(const Options& options) {
  std::vector<std::string> paths = options.files;
  if (paths.empty()) paths.push_back(".");
  Runner runner(options);
  for (const std::string& file : expand_paths(paths, kFileSuffix)) {
    if (!runner.was_interrupted()) runner.run_file(file);
  }
  int status = runner.finish();
  if (!options.junit.empty() && !write_junit(options.junit, runner.results())) {
    print_error("gscript: cannot write '" + options.junit + "'\n");
    status = status ? status : 1;
  }
  return status;
}

}  // namespace gs::cli
