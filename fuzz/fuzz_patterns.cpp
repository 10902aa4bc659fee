// Lua patterns: the input is PATTERN NUL SUBJECT, given to every function that takes a pattern, and to string.format.
#include <algorithm>

#include "script_host.hpp"

namespace {

constexpr std::string_view kScript = R"(
func try(pattern, subject) {
    pcall(string.find, subject, pattern)
    pcall(string.find, subject, pattern, -3)
    pcall(string.match, subject, pattern)
    pcall(func() { for a, b := range string.gmatch(subject, pattern) { } })
    pcall(string.gsub, subject, pattern, "<%0%1>")
    pcall(string.gsub, subject, pattern, subject)
    pcall(string.gsub, subject, pattern, func(a) { return a })
    pcall(string.format, pattern, 1, 2.5, subject, nil)
    pcall(string.unpack, pattern, subject)
    pcall(string.pack, pattern, 1, 2, 3)
}
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static gscript::VM vm(gs::fuzz::sandbox(0));
  static bool ready = (vm.run(kScript), true);
  (void)ready;
  std::string_view input(reinterpret_cast<const char*>(data), size);
  std::size_t split = std::min(input.find('\0'), input.size());
  std::string_view subject = split < input.size() ? input.substr(split + 1) : std::string_view("some text 123");
  vm.set_time_limit(2);
  gs::fuzz::tolerating_errors([&] { vm.call<void>("try", input.substr(0, split), subject); });
  return 0;
}
