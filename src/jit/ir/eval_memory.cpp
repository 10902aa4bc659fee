// Simulated memory. A word remembers the epoch (number of calls) it was last settled in; calls change words lazily,
// by a hash of address and epoch, so that what changes does not depend on which words were looked at.
#include "jit/ir/eval_memory.hpp"

#include <bit>

#include "vm/object/value.hpp"

namespace gs::jit::ir {

namespace {

constexpr u64 kHeapStart = 0x6123'4567'8000;  // objects made by the function
constexpr u64 kObjectStride = 0x1000;
constexpr u64 kPage = 0x1000;

}  // namespace

u64 plausible(Memory kind, u64 hash) {
  const u64 rest = hash >> 8;
  switch (kind) {
    case Memory::kU8: return rest & 0xff;
    case Memory::kU32: return rest % 16 + 4;
    case Memory::kI64: return u64(i64(rest % 200) - 60);
    case Memory::kF64: return std::bit_cast<u64>(f64(i64(rest % 64) - 20) * 0.5);
    case Memory::kPtr: return kPage * (1 + rest % 3);
    case Memory::kBoxed: break;
  }
  switch (hash % 16) {
    case 0: return vm::kNilBits;
    case 1: return vm::kFalseBits + rest % 2;
    case 2: return vm::kTagTable | kPage * (8 + rest % 4);
    case 3:
    case 4:
    case 5: return std::bit_cast<u64>(f64(i64(rest % 64) - 20) * 0.5);
    default: return vm::Value::small_int(i64(rest % 40) - 8).bits;
  }
}

u64 plausible(Type type, u64 hash) {
  switch (type) {
    case Type::I64: return plausible(Memory::kI64, hash);
    case Type::F64: return plausible(Memory::kF64, hash);
    case Type::Bool: return hash >> 8 & 1;
    case Type::Ptr: return plausible(Memory::kPtr, hash);
    default: return plausible(Memory::kBoxed, hash);
  }
}

EvalMemory::Word& EvalMemory::word_at(Alias space, u64 address, Memory kind) {
  // What an object holds must not depend on how many were made before.
  const Object* object = object_at(address);
  const u64 place =
      mix(u64(space), object ? mix(object->template_index + 1, (address - kHeapStart) % kObjectStride) : address);
  auto [found, fresh] = words_[u8(space)].try_emplace(address, Word{0, 0, 0, kind});
  Word& word = found->second;
  if (fresh) word.value = word.before = plausible(kind, mix(seed_, place));
  for (; word.epoch < epoch_; word.epoch++) {
    const u64 change = mix(mix(seed_, place), word.epoch + 1);
    if (change % 4 == 0 && space != Alias::Constant && !object) word.value = plausible(word.kind, mix(change, 1));
    word.before = word.value;
  }
  return word;
}

// Addresses of objects depend on how many were made: what they are stands for them.
u64 EvalMemory::stable(u64 bits) const {
  const Object* object = object_of(bits);
  return object ? mix(object->template_index, object->is_cell) : bits;
}

u64 EvalMemory::contribution(Alias space, u64 address, const Word& word) const {
  if (word.value == word.before || object_at(address)) return 0;
  return mix(mix(u64(space), address), stable(word.value));
}

u64 EvalMemory::load(Alias space, u64 address, Memory kind) {
  const u64 word = word_at(space, address & ~u64{7}, kind).value >> (address & 7) * 8;
  return kind == Memory::kU8 ? word & 0xff : kind == Memory::kU32 ? word & 0xffff'ffff : word;
}

void EvalMemory::store(Alias space, u64 address, Memory kind, u64 bits) {
  Word& word = word_at(space, address & ~u64{7}, kind);
  changes_ ^= contribution(space, address & ~u64{7}, word);
  const u64 mask = kind == Memory::kU8 ? 0xff : kind == Memory::kU32 ? 0xffff'ffff : ~u64{0};
  const u32 shift = u32(address & 7) * 8;
  word.value = (word.value & ~(mask << shift)) | (bits & mask) << shift;
  changes_ ^= contribution(space, address & ~u64{7}, word);
}

u64 EvalMemory::change_of(Alias space, u64 address, u64 bits) {
  Word& word = word_at(space, address, Memory::kBoxed);
  Word other = word;
  other.value = bits;
  return contribution(space, address, word) ^ contribution(space, address, other);
}

void EvalMemory::scramble(u64 call) {
  past_ = mix(hash(), call);
  changes_ = 0;
  epoch_++;
}

u64 EvalMemory::allocate(Object object) {
  objects_.push_back(object);
  return kHeapStart + kObjectStride * (objects_.size() - 1);
}

const EvalMemory::Object* EvalMemory::object_of(u64 bits) const {
  const bool may_refer = bits >> 48 == 0 || vm::Value(bits).is_cell();
  return may_refer ? object_at(bits & vm::kPointerMask) : nullptr;
}

const EvalMemory::Object* EvalMemory::object_at(u64 address) const {
  const u64 index = (address - kHeapStart) / kObjectStride;
  return address >= kHeapStart && index < objects_.size() ? &objects_[index] : nullptr;
}

}  // namespace gs::jit::ir
