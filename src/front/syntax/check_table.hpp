// A check of table literals for `gscript check`. Called by the parser when warnings are wanted.
#pragma once

#include <span>

#include "front/syntax/ast.hpp"
#include "front/syntax/diagnostics.hpp"

namespace gs::front {

// Warns about each field whose constant key an earlier field has too. Positional fields have the keys 1, 2, 3, ...
void warn_duplicate_keys(std::span<const ast::TableField> fields, Diagnostics& diagnostics);

}  // namespace gs::front
