// Assembles one Function: instructions with their lines, jumps to labels, deduplicated constants, feedback slots. The
// compiler is its caller and decides registers and order; the builder promises valid jump offsets however long the
// function gets, and emits nothing where control cannot arrive.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytecode/image.hpp"

namespace gs::bytecode {

struct Label {
  u32 id = 0;
};

class Builder {
 public:
  explicit Builder(Function& function) : function_(function) {}

  // Appends an instruction, or drops it when control cannot reach this place.
  void emit(Instruction instruction, u32 line);

  // As emit, for an instruction with a jump role: its offset will lead to `target`.
  void emit_jump(Instruction instruction, Label target, u32 line);

  Label new_label();
  void bind(Label label);  // the label names the next instruction

  bool is_reachable() const { return reachable_; }

  // Constant indexes; equal constants share one. They may exceed 16 bits: see kMaxNarrow.
  u32 int_constant(i64 value);
  u32 float_constant(f64 value);
  u32 string_constant(std::string_view text);
  u32 global_constant(std::string_view name);
  u32 module_var_constant(u32 index);
  u32 function_constant(u32 index);
  u32 template_constant(std::vector<std::string> fields);

  // Feedback slots, one for each site. In functions with tens of thousands of sites some must do without: fields get
  // kNoSlot first, and have an indexing instruction to fall back on; then calls with the same coded argument count
  // share one, which they may because a call's cache depends on nothing else; methods, which have no substitute, get
  // the rest.
  u32 field_slot(u32 key);
  u32 call_slot(u32 coded_arguments);
  u32 method_slot(u32 key);

  static constexpr u32 kMaxNarrow = 0xffff;  // the largest index a 16-bit operand holds
  static constexpr u32 kNoSlot = ~0u;
  static constexpr u32 kFieldSlots = 0x8000;  // with this many slots given out fields get no more
  static constexpr u32 kCallSlots = 0xc000;   // and calls share

  // Resolves every jump. False if the function is too large to be encoded.
  [[nodiscard]] bool finish();

 private:
  struct Jump {
    u32 at;
    u32 label;
  };

  void drop_jump_to(Label label);
  u32 add_slot(FeedbackInit init);
  u32 add_constant(std::string key, Constant constant);
  const Jump* jump_at(u32 index) const;
  u32 target_of(const Jump& jump) const;

  Function& function_;
  bool reachable_ = true;
  u32 last_bound_ = 0;       // where the last label was bound
  std::vector<u32> labels_;  // instruction index, or kUnbound
  std::vector<bool> referenced_;
  std::vector<Jump> jumps_;  // ascending by `at`
  std::unordered_map<std::string, u32> constants_;
  std::unordered_map<u32, u32> shared_call_slots_;  // by coded argument count
};

}  // namespace gs::bytecode
