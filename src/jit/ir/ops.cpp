// The op table.
#include "jit/ir/ops.hpp"

namespace gs::jit::ir {

namespace {

// Alias sets as ir_ops.def writes them. kByNode is told apart by its bit above all classes.
constexpr AliasSet kNothing = 0;
constexpr AliasSet kByNode = 1u << 31;
constexpr AliasSet kAnything = (1u << 31) - 1;
constexpr AliasSet kFrame = alias_bit(Alias::Frame);
constexpr AliasSet kShape = alias_bit(Alias::Shape);
constexpr AliasSet kCollector = alias_bit(Alias::Collector);
constexpr AliasSet kArrayPart = alias_bit(Alias::ArrayPart);
constexpr AliasSet kHash = alias_bit(Alias::Hash);
constexpr AliasSet kGlobals = alias_bit(Alias::Globals);

}  // namespace

const OpInfo kOpInfo[kOpCount] = {
#define IR_OP(name, result, operands, flags, reads, writes, meaning) \
  {#name, #result[0], operands, flags, (reads) & ~kByNode, (writes) & ~kByNode, \
   ((reads) & kByNode) != 0, ((writes) & kByNode) != 0, meaning},
#include "defs/ir_ops.def"
#undef IR_OP
};

const char* type_name(Type type) {
  static const char* const kNames[] = {
#define IR_TYPE(name, letter, meaning) #name,
#include "defs/ir_types.def"
#undef IR_TYPE
  };
  return kNames[u8(type)];
}

char type_letter(Type type) {
  static constexpr char kLetters[] = {
#define IR_TYPE(name, letter, meaning) letter,
#include "defs/ir_types.def"
#undef IR_TYPE
  };
  return kLetters[u8(type)];
}

const char* memory_name(Memory memory) {
  static const char* const kNames[] = {"u8", "u32", "i64", "f64", "ptr", "boxed"};
  return kNames[u8(memory)];
}

Type memory_type(Memory memory) {
  static constexpr Type kTypes[] = {Type::I64, Type::I64, Type::I64, Type::F64, Type::Ptr, Type::Boxed};
  return kTypes[u8(memory)];
}

const char* alias_name(Alias alias) {
  static const char* const kNames[] = {
#define IR_ALIAS(name, meaning) #name,
#include "defs/ir_alias.def"
#undef IR_ALIAS
  };
  return kNames[u8(alias)];
}

}  // namespace gs::jit::ir
