// os.expand. Pure but for the lookup it is given.
#pragma once

#include <string>
#include <string_view>

namespace gs::stdlib {

// $VAR and ${VAR} replaced by lookup(name). Other dollars stay.
std::string expand_variables(std::string_view text, std::string (*lookup)(const std::string& name));

}  // namespace gs::stdlib
