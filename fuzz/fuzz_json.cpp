// JSON: what decodes must encode to something that decodes to the same text again.
#include "script_host.hpp"

namespace {

constexpr std::string_view kScript = R"(
// -0 reads as the int 0.
func unsigned(text) { return (string.gsub(text, "%-0", "0")) }

func try(text) {
    value, err := json.decode(text)
    if value == nil { return }
    encoded, problem := json.encode(value)
    if encoded == nil { return }
    again := json.encode(json.decode(encoded))
    if unsigned(again) != unsigned(encoded) { broken(encoded, again) }
}
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static gscript::VM vm(gs::fuzz::sandbox(0));
  static bool ready = (vm.set("broken", [](std::string, std::string) { __builtin_trap(); }), vm.run(kScript), true);
  (void)ready;
  vm.set_time_limit(2);
  std::string_view text(reinterpret_cast<const char*>(data), size);
  gs::fuzz::tolerating_errors([&] { vm.call<void>("try", text); });
  return 0;
}
