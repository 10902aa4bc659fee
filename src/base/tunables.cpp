// Setting tunables by name. Used by the embedding API for `--set` and VM options.
#include "base/tunables.hpp"

#include <charconv>

namespace gs {
namespace {

constexpr TunableRow kRows[] = {
#define GS_TUNABLE(field, name, initial, min, max, reason) {name, initial, min, max, reason},
#include "defs/tunables.def"
#undef GS_TUNABLE
};

constexpr i64 Tunables::* kFields[] = {
#define GS_TUNABLE(field, name, initial, min, max, reason) &Tunables::field,
#include "defs/tunables.def"
#undef GS_TUNABLE
};

constexpr bool defaults_are_in_range() {
  for (const TunableRow& row : kRows) {
    if (row.initial < row.min || row.initial > row.max) return false;
  }
  return true;
}
static_assert(defaults_are_in_range());

}  // namespace

std::span<const TunableRow> Tunables::rows() { return kRows; }

Tunables::SetResult Tunables::set(std::string_view name, std::string_view text) {
  for (usize i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].name != name) continue;
    i64 value = 0;
    const char* end = text.data() + text.size();
    std::from_chars_result parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec == std::errc::result_out_of_range) return SetResult::kOutOfRange;
    if (parsed.ec != std::errc() || parsed.ptr != end) return SetResult::kNotANumber;
    if (value < kRows[i].min || value > kRows[i].max) return SetResult::kOutOfRange;
    this->*kFields[i] = value;
    return SetResult::kOk;
  }
  return SetResult::kUnknownName;
}

}  // namespace gs
