// A compiled chunk as pure data: what front/compile produces and vm/runtime/loader turns into heap objects. Holds no
// pointers into any VM, so it can be built, printed and verified without one.
#pragma once

#include <string>
#include <vector>

#include "base/types.hpp"
#include "bytecode/instruction.hpp"

namespace gs::bytecode {

struct Constant {
  enum class Kind : u8 {
    kInt,        // integer
    kFloat,      // number
    kString,     // text
    kGlobal,     // text: a global variable, found by name in the VM
    kModuleVar,  // integer: index into Image::module_vars, private to this load of the image
    kFunction,   // integer: index into Image::functions
    kTemplate,   // fields: the distinct field names of a table literal, in order
  };
  Kind kind = Kind::kInt;
  i64 integer = 0;
  f64 number = 0;
  std::string text{};
  std::vector<std::string> fields{};
};

// What a feedback slot is for; it fixes how the slot starts out.
struct FeedbackInit {
  enum class Kind : u8 { kField, kCall };
  Kind kind = Kind::kCall;
  u32 key = 0;  // kField: constant index of the field's name (a kString)
};

// One captured variable of a closure: copied from the enclosing function's register (value or cell) or captured slot.
struct Capture {
  bool from_register = false;
  u16 index = 0;
  std::string name;
};

enum class FunctionKind : u8 { kFunction, kMain, kModule, kChunk };

struct Function {
  std::string name;  // "" if anonymous (6.5)
  FunctionKind kind = FunctionKind::kFunction;
  u32 line = 0;       // of the `func` keyword; 0 for chunks
  u32 last_line = 0;
  u32 frame_size = 0;  // registers, including room for outgoing calls (a call at A with n arguments uses up to A + 2 + n)
  u16 parameters = 0;
  bool is_vararg = false;
  bool has_defer = false;
  std::vector<Instruction> code;  // code[0] is FUNC or FUNCV
  std::vector<u32> lines;         // source line of each instruction (9.1: the operator's line)
  std::vector<Constant> constants;
  std::vector<FeedbackInit> feedback;
  std::vector<Capture> captures;
};

struct Image {
  std::string source_name;            // as shown in messages: FILE, "(load)", ...
  std::vector<Function> functions;    // functions[0] is the chunk itself
  std::vector<std::string> module_vars;  // names of a module's private top-level variables (4.1)
};

}  // namespace gs::bytecode
