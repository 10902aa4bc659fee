// The closed lists of the IR as enums and tables, derived from defs/ir_*.def. Passes ask the tables; none keeps a list of its own.
#pragma once

#include "base/types.hpp"

namespace gs::jit::ir {

enum class Op : u8 {
#define IR_OP(name, result, operands, flags, reads, writes, meaning) name,
#include "defs/ir_ops.def"
#undef IR_OP
};

enum class Type : u8 {
#define IR_TYPE(name, letter, meaning) name,
#include "defs/ir_types.def"
#undef IR_TYPE
};

enum class Alias : u8 {
#define IR_ALIAS(name, meaning) name,
#include "defs/ir_alias.def"
#undef IR_ALIAS
};

// What a memory access moves.
enum class Memory : u8 { kU8, kU32, kI64, kF64, kPtr, kBoxed };

enum OpFlags : u16 {
  kPure = 1,
  kExits = 2,
  kFrames = 4,
  kTerminator = 8,
  kCommutes = 16,
  kRemovable = 32,
  kCalls = 64,
};

// Sets of alias classes.
using AliasSet = u32;
constexpr AliasSet alias_bit(Alias a) { return 1u << u8(a); }

struct OpInfo {
  const char* name;
  char result;           // letter of ir_types.def, or T
  const char* operands;
  u16 flags;
  AliasSet reads;        // without kByNode
  AliasSet writes;
  bool reads_by_node;    // the class is Node::alias
  bool writes_by_node;
  const char* meaning;

  bool is(OpFlags flag) const { return flags & flag; }
};

constexpr u32 kOpCount = 0
#define IR_OP(name, result, operands, flags, reads, writes, meaning) +1
#include "defs/ir_ops.def"
#undef IR_OP
    ;

extern const OpInfo kOpInfo[kOpCount];
inline const OpInfo& info(Op op) { return kOpInfo[u8(op)]; }
const char* type_name(Type type);
char type_letter(Type type);
const char* alias_name(Alias alias);
const char* memory_name(Memory memory);
// The type of what a load of that kind yields and a store of it takes.
Type memory_type(Memory memory);
// Loads and stores by address: Node::memory and Node::alias mean something.
inline bool accesses_memory(Op op) { return op >= Op::Load && op <= Op::LoadByte; }

constexpr u32 kAliasCount = 0
#define IR_ALIAS(name, meaning) +1
#include "defs/ir_alias.def"
#undef IR_ALIAS
    ;

}  // namespace gs::jit::ir
