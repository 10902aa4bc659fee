// Recipes: writing and reading.
#include "jit/backend/exits.hpp"

#include <algorithm>

#include "jit/backend/target.hpp"

namespace gs::jit::backend {

using ir::Type;

void RecipeWriter::number(u64 n) {
  for (; n >= 0x80; n >>= 7) region_.recipes.push_back(u8(n | 0x80));
  region_.recipes.push_back(u8(n));
}

u64 RecipeWriter::constant_index(u64 bits) {
  // Recipes of a region share few constants, most of them recent.
  usize count = region_.constants.size();
  for (usize i = count; i-- > 0 && i + 32 > count;) {
    if (region_.constants[i] == bits) return i;
  }
  region_.constants.push_back(bits);
  return count;
}

void RecipeWriter::constant(u64 bits) { number(constant_index(bits)); }

void RecipeWriter::value(Type type, u64 tag, PlaceKind kind, u64 place) {
  region_.recipes.push_back(u8(u8(type) | u8(kind) << 3));
  number(kind == PlaceKind::kConstant ? constant_index(place) : place);
  if (type == Type::Ptr) constant(tag);
}

namespace {

class Rebuilder {
 public:
  Rebuilder(const Region& region, u32 exit, u64* base, const RegisterFile& registers, const FrameHost& host)
      : region_(region), next_(region.recipes.data() + region.exits[exit].recipe), base_(base), registers_(registers), host_(host) {}

  RebuiltFrame run() {
    RebuiltFrame innermost = read_frames();
    read_objects();
    i64 slot = 0;
    for (u64 n = number(); n; n--) {
      slot += signed_number();
      base_[slot] = value();
    }
    for (u64 n = number(); n; n--) {
      u64 address = constant();
      host_.store_global(host_.context, address, value());
    }
    return innermost;
  }

 private:
  RebuiltFrame read_frames() {
    RebuiltFrame frame{};
    u64 count = number();
    for (u64 i = 0; i < count; i++) {
      RebuiltFrame outer = frame;
      frame.prototype = reinterpret_cast<const void*>(constant());
      frame.pc = u32(number());
      frame.base = base_ + signed_number();
      if (i == 0) continue;
      frame.base[-2] = value();
      frame.base[-1] = host_.link(host_.context, outer.prototype, outer.pc);
      if (const u64 distance = number()) {
        std::copy(frame.base - 2, frame.base, frame.base - distance - 2);
        frame.base[-1] = constant();
      }
    }
    return frame;
  }

  // Inner objects come before those that refer to them. The values lie on the native stack, where the collector looks.
  void read_objects() {
    for (u64 n = number(); n; n--) {
      u64 made = number();
      u32 cell_offset = made ? 0 : u32(number());
      u64 count = number();
      GS_CHECK(count <= kMaxFields && object_count_ < kMaxObjects, "recipes hold no more than the backend accepts");
      u64 fields[kMaxFields];
      for (u64 i = 0; i < count; i++) fields[i] = value();
      objects_[object_count_++] = made ? host_.make_object(host_.context, region_.templates[made - 1], std::span(fields, count))
                                       : host_.make_cell(host_.context, fields[0], cell_offset);
    }
  }

  u64 value() {
    u8 head = *next_++;
    auto type = Type(head & 7);
    u64 where = number();
    u64 bits = 0;
    switch (PlaceKind(head >> 3)) {
      case PlaceKind::kRegister:
        bits = where < kFirstVectorReg ? registers_.general[where] : registers_.vector[where - kFirstVectorReg];
        break;
      case PlaceKind::kSlot: bits = registers_.spills[where]; break;
      case PlaceKind::kConstant: bits = region_.constants[where]; break;
      case PlaceKind::kObject: bits = objects_[where]; break;
    }
    switch (type) {
      case Type::I64: return fits_inline(i64(bits)) ? bits - kIntBias : host_.box_int(host_.context, i64(bits));
      case Type::Bool: return kFalseBits + (bits & 1);
      case Type::Ptr: return bits | constant();
      default: return bits;
    }
  }

  static bool fits_inline(i64 v) { return u64(v) + kIntBias < 2 * kIntBias; }

  u64 number() {
    u64 n = 0;
    for (u32 shift = 0;; shift += 7) {
      u8 byte = *next_++;
      n |= u64(byte & 0x7F) << shift;
      if (byte < 0x80) return n;
    }
  }
  i64 signed_number() {
    u64 n = number();
    return i64(n >> 1) ^ -i64(n & 1);
  }
  u64 constant() { return region_.constants[number()]; }

  const Region& region_;
  const u8* next_;
  u64* base_;
  const RegisterFile& registers_;
  const FrameHost& host_;
  u64 objects_[kMaxObjects];
  u32 object_count_ = 0;
};

}  // namespace

RebuiltFrame rebuild_frames(const Region& region, u32 exit, u64* base, const RegisterFile& registers, const FrameHost& host) {
  return Rebuilder(region, exit, base, registers, host).run();
}

}  // namespace gs::jit::backend
