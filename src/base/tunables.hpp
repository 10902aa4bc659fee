// The tuned numbers of one VM, made from defs/tunables.def: read as fields (`tunables.gc_growth`), set by name from `--set` or
// the host. Values are always inside their row's range.
#pragma once

#include <span>
#include <string_view>

#include "base/types.hpp"

namespace gs {

struct TunableRow {
  std::string_view name;
  i64 initial;
  i64 min;
  i64 max;
  std::string_view reason;
};

struct Tunables {
#define GS_TUNABLE(field, name, initial, min, max, reason) i64 field = initial;
#include "defs/tunables.def"
#undef GS_TUNABLE

  enum class SetResult : u8 { kOk, kUnknownName, kNotANumber, kOutOfRange };

  // Sets the tunable called `name` to the decimal integer `text`; nothing changes unless the result is kOk.
  [[nodiscard]] SetResult set(std::string_view name, std::string_view text);

  // All rows, in table order.
  static std::span<const TunableRow> rows();
};

}  // namespace gs
