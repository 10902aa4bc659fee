// The arguments beyond the named ones of functions that take a variable number. Inlined, such a function knows its arguments by name:
// nothing is written to memory for them. In a region's own frame they lie below the registers, at a distance that the frame's link tells.
#include <algorithm>

#include "jit/region/frame_builder.hpp"
#include "vm/runtime/frame.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using ByteOp = bytecode::Op;

namespace {

constexpr usize kMaxChoices = 8;  // arguments told apart in line
constexpr u64 kLinkShift = 3;

}  // namespace

bool FrameBuilder::lower_vararg(Instruction in) {
  switch (in.op()) {
    case ByteOp::VARARGCOUNT: write(in.a(), extra_count()); return true;
    case ByteOp::VARARGGET: get_extra(in); return true;
    case ByteOp::VARARG:
      if (!caller_) return false;
      spread_extras(in);
      return true;
    default: return false;
  }
}

// Of an inlined frame.
std::span<Node* const> FrameBuilder::extras() const {
  return std::span(arguments_).subspan(std::min<usize>(prototype_->parameters, arguments_.size()));
}

Node* FrameBuilder::extra_count() {
  if (caller_) return e_.const_int(i64(extras().size()));
  Node* link = e_.emit(Op::UnboxBits, {e_.emit(Op::LoadSlot, {}, u64(i64{-1}))});
  Node* distance = e_.emit(Op::ShrLogicalInt, {link, e_.const_int(kLinkShift)});
  Node* count = e_.emit(Op::SubInt, {distance, e_.const_int(i64(prototype_->parameters) + vm::kFrameHeader)});
  if (!prototype_->parameters) return count;
  return select(e_.emit(Op::LtInt, {count, e_.const_int(0)}), e_.const_int(0), count);
}

void FrameBuilder::get_extra(Instruction in) {
  Node* key = read(in.b());
  const Kind kind = failed_ ? e_.known_kind(key) : e_.likely_kind(key);
  if (kind != Kind::kInt && (failed_ || kind != Kind::kUnknown)) return interpret();
  if (caller_ && extras().size() > kMaxChoices && key->op != Op::ConstInt) return interpret();
  if (!caller_ && failed_) return interpret();
  key = as_int(key);
  if (!e_.block) return;
  if (caller_) return write(in.a(), choose_extra(key));
  Node* count = extra_count();
  guard(Op::BoundsCheck, {e_.emit(Op::SubInt, {key, e_.const_int(1)}), count});
  // Counted from the registers: those of the arguments end before the frame's header.
  Node* back = e_.emit(Op::SubInt, {key, e_.emit(Op::AddInt, {count, e_.const_int(1 + i64(vm::kFrameHeader))})});
  write(in.a(), e_.load_indexed(Memory::kBoxed, Alias::Frame, slot_address(0), back));
}

Node* FrameBuilder::choose_extra(Node* key) {
  const std::span<Node* const> all = extras();
  if (key->op == Op::ConstInt) {
    const u64 index = key->imm - 1;
    return index < all.size() ? all[index] : e_.const_boxed(Value::nil());
  }
  const bool may_miss = failed_ || all.empty();
  if (!may_miss) guard(Op::BoundsCheck, {e_.emit(Op::SubInt, {key, e_.const_int(1)}), e_.const_int(i64(all.size()))});
  const bool boxed = may_miss || !std::ranges::all_of(all, [&](Node* n) { return n->type == all[0]->type; });
  const auto form = [&](Node* n) { return boxed ? e_.box(n) : n; };
  Node* result = may_miss ? e_.const_boxed(Value::nil()) : form(all.back());
  for (usize i = all.size() - (may_miss ? 0 : 1); i-- > 0;) {
    result = select(e_.emit(Op::EqInt, {key, e_.const_int(i64(i) + 1)}), form(all[i]), result);
  }
  return result;
}

void FrameBuilder::spread_extras(Instruction in) {
  const std::span<Node* const> all = extras();
  const u32 count = in.b() ? in.b() - 1 : u32(all.size());
  for (u32 i = 0; i < count; i++) write(in.a() + i, i < all.size() ? all[i] : e_.const_boxed(Value::nil()));
  if (!in.b()) next_top_count_ = i32(count);
}

// For code that looks at the frame: the headers are written with the call.
void FrameBuilder::store_arguments() {
  for (usize i = 0; i < arguments_.size(); i++) {
    e_.emit(Op::StoreSlot, {e_.box(arguments_[i])}, u64(i64(base_) - distance_ + i64(i)));
  }
}

}  // namespace gs::jit::region
