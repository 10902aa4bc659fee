// Random GScript programs for comparing configurations of the VM (fuzz/differential.cpp): grammatical, mostly well typed, always
// ending, deterministic, and printing what they compute. They are written to make a compiler's guesses right for a while and
// then wrong: variables that change their type in the middle of a loop, fields that are added late, functions and
// methods that are replaced, ints that leave 48 bits, arrays that gain holes.
#pragma once

#include <cstdint>
#include <string>

namespace gs::fuzz {

// The program of this seed. The same seed gives the same program on every machine.
std::string generate_program(std::uint64_t seed);

}  // namespace gs::fuzz
