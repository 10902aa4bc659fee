#include "bytecode/builder.hpp"

#include <algorithm>
#include <bit>

#include "base/assert.hpp"
#include "bytecode/far_jumps.hpp"
#include "bytecode/operands.hpp"

namespace gs::bytecode {

namespace {

constexpr u32 kUnbound = ~0u;

template <typename T>
std::string bytes_key(char kind, T value) {
  std::string key(1, kind);
  key.append(reinterpret_cast<const char*>(&value), sizeof value);
  return key;
}

}  // namespace

void Builder::emit(Instruction instruction, u32 line) {
  if (!reachable_) return;
  function_.code.push_back(instruction);
  function_.lines.push_back(line);
  // The body that follows RANGEPREP is entered from the RANGENEXT it leads to.
  if (ends_flow(instruction.op()) && instruction.op() != Op::RANGEPREP) reachable_ = false;
}

void Builder::emit_jump(Instruction instruction, Label target, u32 line) {
  if (!reachable_) return;
  jumps_.push_back({u32(function_.code.size()), target.id});
  referenced_[target.id] = true;
  emit(instruction, line);
}

Label Builder::new_label() {
  labels_.push_back(kUnbound);
  referenced_.push_back(false);
  return {u32(labels_.size() - 1)};
}

// A label nothing has jumped to yet is the head of a loop: it is reachable only from above.
void Builder::bind(Label label) {
  GS_ASSERT(labels_[label.id] == kUnbound, "a label is bound once");
  drop_jump_to(label);
  labels_[label.id] = last_bound_ = u32(function_.code.size());
  if (referenced_[label.id]) reachable_ = true;
}

// Takes back a JMP that was just emitted and leads to the next instruction, unless another label stands behind it.
void Builder::drop_jump_to(Label label) {
  const u32 end = u32(function_.code.size());
  if (jumps_.empty() || jumps_.back().at + 1 != end || jumps_.back().label != label.id || last_bound_ == end) return;
  if (function_.code.back().op() != Op::JMP) return;
  function_.code.pop_back();
  function_.lines.pop_back();
  jumps_.pop_back();
}

u32 Builder::add_constant(std::string key, Constant constant) {
  const auto [entry, is_new] = constants_.try_emplace(std::move(key), u32(function_.constants.size()));
  if (is_new) function_.constants.push_back(std::move(constant));
  return entry->second;
}

u32 Builder::int_constant(i64 value) {
  return add_constant(bytes_key('i', value), {.kind = Constant::Kind::kInt, .integer = value});
}

u32 Builder::float_constant(f64 value) {
  return add_constant(bytes_key('f', std::bit_cast<u64>(value)), {.kind = Constant::Kind::kFloat, .number = value});
}

u32 Builder::string_constant(std::string_view text) {
  return add_constant("s" + std::string(text), {.kind = Constant::Kind::kString, .text = std::string(text)});
}

u32 Builder::global_constant(std::string_view name) {
  return add_constant("g" + std::string(name), {.kind = Constant::Kind::kGlobal, .text = std::string(name)});
}

u32 Builder::module_var_constant(u32 index) {
  return add_constant(bytes_key('m', index), {.kind = Constant::Kind::kModuleVar, .integer = i64(index)});
}

u32 Builder::function_constant(u32 index) {
  return add_constant(bytes_key('n', index), {.kind = Constant::Kind::kFunction, .integer = i64(index)});
}

u32 Builder::template_constant(std::vector<std::string> fields) {
  std::string key = "t";
  for (const std::string& field : fields) key += bytes_key(' ', u64(field.size())) + field;
  return add_constant(std::move(key), {.kind = Constant::Kind::kTemplate, .fields = std::move(fields)});
}

u32 Builder::add_slot(FeedbackInit init) {
  function_.feedback.push_back(init);
  return u32(function_.feedback.size() - 1);
}

u32 Builder::field_slot(u32 key) {
  if (function_.feedback.size() >= kFieldSlots) return kNoSlot;
  return add_slot({.kind = FeedbackInit::Kind::kField, .key = key});
}

u32 Builder::call_slot(u32 coded_arguments) {
  if (function_.feedback.size() < kCallSlots) return add_slot({.kind = FeedbackInit::Kind::kCall});
  const auto [shared, is_new] = shared_call_slots_.try_emplace(coded_arguments, u32(function_.feedback.size()));
  if (is_new) add_slot({.kind = FeedbackInit::Kind::kCall});
  return shared->second;
}

// The last 256 are kept for calls, which may come in as many forms.
u32 Builder::method_slot(u32 key) {
  if (function_.feedback.size() > kMaxNarrow - 256) return kNoSlot;
  return add_slot({.kind = FeedbackInit::Kind::kField, .key = key});
}

const Builder::Jump* Builder::jump_at(u32 index) const {
  const auto found = std::ranges::lower_bound(jumps_, index, {}, &Jump::at);
  return found != jumps_.end() && found->at == index ? &*found : nullptr;
}

// Where a jump finally arrives: through plain JMPs. The bound ends the walk around an empty loop.
u32 Builder::target_of(const Jump& jump) const {
  u32 target = labels_[jump.label];
  for (int hops = 0; hops < 16 && target < function_.code.size() && function_.code[target].op() == Op::JMP; ++hops) {
    target = labels_[jump_at(target)->label];
  }
  return target;
}

bool Builder::finish() {
  std::vector<u32> targets(function_.code.size(), kNoTarget);
  for (const Jump& jump : jumps_) {
    GS_ASSERT(labels_[jump.label] < function_.code.size(), "a jump's label is bound to an instruction");
    targets[jump.at] = target_of(jump);
  }
  return resolve_jumps(function_, targets);
}

}  // namespace gs::bytecode
