// The first 8 bytes of every heap cell, and the kinds of cells there are.
//
// Generations by sticky marks: a cell is born young; surviving a collection makes it old. Storing a reference into an
// old cell must remember that cell (Heap::barrier), so that an eden collection can find the young it points to.
#pragma once

#include "base/types.hpp"

namespace gs::vm {

enum class CellKind : u8 {
  kFree = 0,  // not an object: free memory inside a block
  kString,
  kBoxedInt,
  kTable,
  kShape,
  kClosure,
  kNative,
  kPrototype,
  kVariable,  // a captured, reassigned variable
  kGlobal,    // a global variable's cell
  kCoroutine,
  kChannel,
  kUserdata,
  kValues,  // storage: an array of Values belonging to a table or runtime structure
  kRaw,     // storage: bytes without references
  kHash,    // storage: a table's general hash part
  kCount
};

enum class GcState : u8 {
  kYoung = 0,       // born since the last collection
  kOld = 1,         // survived one; a store into it must go through the barrier's slow half
  kRemembered = 2,  // old, and already in the remembered set
};

struct CellHeader {
  CellKind kind = CellKind::kFree;
  GcState gc = GcState::kYoung;
  u8 flags = 0;   // per kind; bit 7 is kLargeFlag for all
  u8 detail = 0;  // per kind: a table's array kind
  u32 aux = 0;    // per kind: a string's hash, a table's hash secret

  static constexpr u8 kLargeFlag = 0x80;   // lives outside the blocks, in the large-object list
  static constexpr u8 kMarkedFlag = 0x40;  // large objects only: the mark
  static constexpr u8 kRecordFlag = 0x20;  // kValues only: traced by itself, not by an owner
  bool is_large() const { return flags & kLargeFlag; }
};
static_assert(sizeof(CellHeader) == 8);

}  // namespace gs::vm
