// What the IR knows of an allocation by NewObject: numbers made by jit/region, which knows the heap; read by jit/opt (forwarding, removal of
// allocations), the evaluator and the backend. Node::imm is its index in Function::templates.
#pragma once

#include "base/types.hpp"

namespace gs::jit::ir {

struct ObjectTemplate {
  u64 tag;             // of a value that refers to the object: its upper 16 bits
  u64 shape;           // the address its shape word holds
  u32 shape_offset;    // where that word is
  u32 fields_offset;   // of operand 0; operand i is at fields_offset + 8 i
  u32 field_count;     // inline fields; those that no operand fills hold `rest`
  u32 size;            // bytes of the cell
  u64 rest;            // bits of the fields without operand
  u64 header;          // the cell's first word; what is neither it, the shape nor a field is 0
};

}  // namespace gs::jit::ir
