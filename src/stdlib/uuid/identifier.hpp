// UUIDs as text and bytes. Pure but for random_uuid's entropy.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

using Uuid = std::array<u8, 16>;

// The canonical form with hyphens, in either letter case. False: not one.
bool parse_uuid(std::string_view text, Uuid& out);
std::string format_uuid(const Uuid& uuid, bool hyphens);
// Sets version 4 and the RFC 4122 variant in 16 random bytes.
Uuid make_uuid_v4(Uuid random);
u32 uuid_version(const Uuid& uuid);
std::string_view uuid_variant(const Uuid& uuid);

}  // namespace gs::stdlib
