// Makes nodes for the region builder, at the end of the current block, and folds at once what needs no analysis: operations on constants,
// boxing undone by unboxing. Knows the kinds and sample values of nodes.
#pragma once

#include <unordered_map>

#include "jit/ir/function.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit::region {

using ir::Alias;
using ir::Block;
using ir::Memory;
using ir::Node;
using ir::Snapshot;
using ir::Type;
using vm::Value;

enum class Kind : u8 { kUnknown, kNil, kBool, kInt, kFloat, kString, kTable, kFunction, kOther };

Kind kind_of(Value v);

class Emitter {
 public:
  explicit Emitter(ir::Function& function) : function_(function) {}

  ir::Function& function() { return function_; }
  // The block nodes are appended to; null: control does not get here, and nodes made now are dropped.
  Block* block = nullptr;

  Node* emit(ir::Op op, std::initializer_list<Node*> inputs, u64 imm = 0, u32 aux = 0);
  Node* emit_typed(ir::Op op, Type type, std::span<Node* const> inputs, u64 imm = 0, u32 aux = 0);
  Node* const_int(i64 v);
  Node* const_float(f64 v);
  Node* const_ptr(const void* address);
  Node* const_boxed(Value v);
  Node* const_bool(bool v);

  Node* load(Memory memory, Alias alias, Node* address, u64 offset);
  Node* load_indexed(Memory memory, Alias alias, Node* address, Node* index);
  void store(Memory memory, Alias alias, Node* address, u64 offset, Node* value);
  void store_indexed(Memory memory, Alias alias, Node* address, Node* index, Node* value);

  // Any value as Boxed.
  Node* box(Node* value);
  // A node that boxes something, without the boxing; others as they are. `tag` of a Ptr.
  static Node* unwrap(Node* value, u64& tag);

  void jump(Block* to);
  // Ends the block: two new ones, in neither of which emission goes on by itself.
  void branch(Node* condition, Block*& yes, Block*& no);

  Kind known_kind(const Node* n) const;
  // What the value will probably be.
  Kind likely_kind(const Node* n) const;
  void set_kind(const Node* n, Kind kind) { kinds_[n] = kind; }  // of a Boxed node, at every time
  // Of a node without a sample: a guess.
  void set_likely(const Node* n, Kind kind) { guesses_[n] = kind; }
  // A value the node has had. Null: none known.
  const Value* sample(const Node* n) const;
  void set_sample(const Node* n, Value v) { samples_[n] = v; }

 private:
  Node* fold(ir::Op op, std::span<Node* const> inputs);

  ir::Function& function_;
  std::unordered_map<const Node*, Kind> kinds_;
  std::unordered_map<const Node*, Kind> guesses_;
  mutable std::unordered_map<const Node*, Value> samples_;
};

// Collects the values that different ways bring to one point.
class Join {
 public:
  explicit Join(Emitter& emitter) : emitter_(emitter) {}
  // The current block ends here with `value` (null: control alone).
  void arrive(Node* value);
  // Goes on behind: null if nothing arrived, or no values.
  Node* finish(Type type);

 private:
  Emitter& emitter_;
  std::vector<Block*> blocks_;
  std::vector<Node*> values_;
};

}  // namespace gs::jit::region
