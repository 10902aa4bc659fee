#include "vm/runtime/intrinsic.hpp"

namespace gs::vm {

Intrinsic intrinsic_named(std::string_view qualified_name) {
  static constexpr std::string_view kNames[] = {
      "",
#define INTRINSIC(name, qualified_name, results, kind) qualified_name,
#include "defs/intrinsics.def"
#undef INTRINSIC
  };
  for (u32 i = 1; i < std::size(kNames); i++) {
    if (kNames[i] == qualified_name) return Intrinsic(i);
  }
  return Intrinsic::kNone;
}

bool gives_one_result(Intrinsic which) {
  static constexpr bool kOne[] = {
      false,
#define INTRINSIC(name, qualified_name, results, kind) results == 1,
#include "defs/intrinsics.def"
#undef INTRINSIC
  };
  return kOne[u8(which)];
}

}  // namespace gs::vm
