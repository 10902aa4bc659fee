// Rewriting single nodes by what their operands are: constants, algebra, boxing undone. Rules stand by family in
// fold/*.cpp; value numbering applies them to each node once its operands are known.
#pragma once

#include <vector>

#include "jit/ir/function.hpp"

namespace gs::jit::opt {

class Folder {
 public:
  explicit Folder(ir::Function& function);

  // What stands for `n`: itself (perhaps rewritten), another value that dominates it (perhaps a new node before it),
  // or null if it does nothing. Its operands must be resolved.
  ir::Node* fold(ir::Node* n);

  // Constants stand once, at the beginning of the entry block.
  ir::Node* constant(ir::Op op, u64 imm);
  ir::Node* constant_int(i64 value) { return constant(ir::Op::ConstInt, u64(value)); }
  ir::Node* constant_bool(bool value) { return constant(ir::Op::ConstBool, value); }
  ir::Node* constant_boxed(u64 bits) { return constant(ir::Op::ConstBoxed, bits); }

  // A new node before `position`.
  ir::Node* make(ir::Node* position, ir::Op op, std::initializer_list<ir::Node*> inputs, u64 imm = 0);

 private:
  // Each: null if no rule applies, else what fold returns. kRemoved for a node that does nothing.
  ir::Node* fold_constants(ir::Node* n);
  ir::Node* fold_int(ir::Node* n);
  ir::Node* fold_float(ir::Node* n);
  ir::Node* fold_compare(ir::Node* n);
  ir::Node* fold_box(ir::Node* n);
  ir::Node* fold_guard(ir::Node* n);
  ir::Node* fold_control(ir::Node* n);
  ir::Node* fold_address(ir::Node* n);

  ir::Node* rewrite(ir::Node* n, ir::Op op, ir::Node* a, ir::Node* b = nullptr);
  // A guard that cannot succeed: what follows is dead, any value will do for its result.
  ir::Node* fails(ir::Node* n);
  ir::Node* removed() { return &removed_; }

  ir::Function& function_;
  ir::Node removed_ = {.op = ir::Op::Copy, .inputs = {}};
  ir::Node*& find(ir::Op op, u64 imm);
  void grow();

  std::vector<ir::Node*> table_;  // constants by hash, open addressing
  u32 constant_count_ = 0;
};

// What is known of a boxed value from the node that makes it.
enum class Kind : u8 { kUnknown, kInt, kFloat, kBool, kPtr, kConstant };
Kind kind_of(const ir::Node* n);
// The tag bits of every value `n` can be, if they are known: 0 if not, or for floats.
u64 tag_of(const ir::Node* n);

}  // namespace gs::jit::opt
