// Whole programs: any source runs to an end, an error or its limits, in a fresh sandboxed VM.
#include "script_host.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  gscript::VM vm(gs::fuzz::sandbox(0.2));
  std::string_view source(reinterpret_cast<const char*>(data), size);
  gs::fuzz::tolerating_errors([&] { vm.run(source, "fuzz.gs"); });
  gs::fuzz::tolerating_errors([&] { vm.collect_garbage(); });
  return 0;
}
