// The region builder: bytecode with its feedback, and values of a live frame as samples, become IR. Called by jit/tier when a function or a
// loop is hot. Promises: the IR computes what the interpreter would; where it relies on what was only seen it leaves by a snapshot;
// what it takes for granted without a test is listed as dependencies. Allocates nothing in the VM's heap.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "jit/ir/direct_target.hpp"
#include "jit/ir/function.hpp"
#include "vm/object/objects.hpp"

namespace gs::vm {
class Vm;
}

namespace gs::jit::region {

// Slots from its base that inlined frames of a region use at most: the red zone beyond the stack limit is larger.
constexpr u32 kMaxFrameSlots = 400;

// A fact assumed without a test. When it breaks, the code must be given up: `RegionRequest::validity` cleared, entries removed.
struct Dependency {
  enum class Kind : u8 {
    kGlobal,  // subject: a Global. Constant (assigned once): its value stays; else: it stays assignable
  };
  Kind kind;
  const void* subject;
};

// What exits told: sites that keep failing are compiled without speculation.
class SiteHistory {
 public:
  virtual ~SiteHistory() = default;
  virtual bool has_failed(const vm::Prototype* prototype, u32 pc) const = 0;
  // A guard has failed where ways join at the instruction: values keep the representation they come in.
  virtual bool has_failed_at_join(const vm::Prototype* prototype, u32 pc) const = 0;
  // A guard of the instruction has failed where it was moved to, in front of a loop: it has to stay in its place.
  virtual bool has_failed_moved(const vm::Prototype*, u32) const { return false; }
};

// The direct entries of functions (ir/direct_target.hpp), which jit/tier owns.
class DirectTargets {
 public:
  virtual ~DirectTargets() = default;
  // Null: none. `arguments`: samples of what a call passes, for a function that is not known yet; raised(): not known.
  virtual const ir::DirectTarget* of(vm::Prototype* prototype, std::span<const vm::Value> arguments) = 0;
};

struct RegionRequest {
  vm::Vm& vm;
  vm::Prototype* prototype;
  u32 entry = 0;                        // 0: the function's entry; else the first instruction of a loop's header (on-stack replacement)
  const vm::Value* frame = nullptr;     // registers of a frame that is about to enter: samples of types. Null: none
  const u8* validity = nullptr;         // a byte that is 1 until a dependency breaks: tested after calls. Null: no such test
  const SiteHistory* history = nullptr;
  DirectTargets* targets = nullptr;
  const ir::DirectTarget* direct = nullptr;  // function regions: the body follows this protocol
  std::span<const vm::Value> arguments = {};  // function regions: samples of the parameters; raised(): not known
  u32 inline_budget = 400;              // bytecodes of all inlined functions
  u32 inline_size = 80;                 // of one
  u32 inline_depth = 6;
  u32 recursion_depth = 1;              // how often a function is inlined into itself
};

struct RegionResult {
  std::vector<Dependency> dependencies;
  std::vector<vm::Value> references;                // cells whose addresses are in the code: they must outlive it
  std::vector<const vm::Prototype*> prototypes;     // the region's own, those inlined and those called directly
  std::vector<const ir::DirectTarget*> direct_targets;  // that it calls
  ir::Type returned = ir::Type::Boxed;              // of the result, if all returns give one and agree; Void: they give none
  u32 frame_slots = 0;                              // slots from base on that its frames may use
  std::string refusal;                              // why there is no IR
};

// How the function is best called, from samples of its arguments, from what it does with them and from what its returns give.
struct DirectSignature {
  std::vector<ir::DirectParameter> parameters;
  ir::DirectParameter result;
  bool is_possible = false;  // it can be compiled, and everything fits the convention's registers
};
DirectSignature direct_signature(const RegionRequest& request);

// Null if the code cannot be compiled (refusal says why).
std::unique_ptr<ir::Function> build(const RegionRequest& request, RegionResult& result);

}  // namespace gs::jit::region
