// Which library functions the optimizer knows (defs/intrinsics.def), told by a byte in the native's header: a host's own function of the
// same name has none.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

enum class Intrinsic : u8 {
  kNone,
#define INTRINSIC(name, qualified_name, results, kind) k##name,
#include "defs/intrinsics.def"
#undef INTRINSIC
};

Intrinsic intrinsic_named(std::string_view qualified_name);  // kNone: none

bool gives_one_result(Intrinsic which);

inline Intrinsic intrinsic_of(const Native* native) { return Intrinsic(native->detail); }

}  // namespace gs::vm
