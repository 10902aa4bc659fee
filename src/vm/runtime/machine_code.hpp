// Machine code as the VM sees it: what a prototype that has some points to, and the compiler behind the door. The VM runs without
// one; jit/tier implements it. Protocols of entries and exits: docs/internals/baseline.md.
#pragma once

#include <memory>
#include <string>

#include "vm/object/objects.hpp"

namespace gs::vm {

class Heap;
class Jit;

// Code of one function that can be entered at every bytecode.
struct MachineCode {
  Jit* owner;
  const char* start;       // executable address
  const u32* offsets;      // of each bytecode, from start
  const void* entry;        // native entries: generic, exactly the parameters given
  const void* exact_entry;

  const void* address_of(u32 instruction) const { return start + offsets[instruction]; }
};

class Jit {
 public:
  virtual ~Jit() = default;
  // A poll, or repeated calls from machine code, found `proto` running: its heat has been credited. May compile; frames are
  // published and a collection may happen.
  virtual void consider(Prototype* proto) = 0;
  // `proto` dies.
  virtual void forget(Prototype* proto) = 0;
  // The bytecode of `proto`, which has machine code, has learnt something.
  virtual void note_stale(Prototype* proto) = 0;
  // How often `global`, which machine code watches, was assigned has changed, or its value though it was assigned once.
  virtual void global_changed(const Global* global) = 0;
  // Marks what the code refers to.
  virtual void trace(Heap& heap) = 0;
  // Lines for --stats.
  virtual std::string statistics() const = 0;
};

using JitFactory = std::unique_ptr<Jit> (*)(Vm& vm);

}  // namespace gs::vm
