// How a function is best called directly: its IR, built as for generic calls, shows what it takes its parameters for and what it gives.
#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

namespace {

using ir::DirectParameter;
using ir::Op;

// What the function makes of a parameter: guards of one sort show its type; one that is only handed on is what its sample is.
class ParameterUse {
 public:
  void note(const Node* user) {
    switch (user->op) {
      case Op::GuardInt: is_int_ = true; return;
      case Op::GuardFloat: is_float_ = true; return;
      case Op::StoreSlot:
      case Op::Return:
      case Op::Phi: return;
      case Op::HasTag:
      case Op::UnboxBits:
      case Op::CallPure: is_told_apart_ = true; return;
      default: is_seen_boxed_ = true;
    }
  }

  Type type(Kind sample) const {
    if (is_told_apart_ || (is_int_ && is_float_)) return Type::Boxed;
    if (is_int_) return sample == Kind::kUnknown || sample == Kind::kInt ? Type::I64 : Type::Boxed;
    if (is_float_) return sample == Kind::kUnknown || sample == Kind::kFloat ? Type::F64 : Type::Boxed;
    if (is_seen_boxed_) return Type::Boxed;
    return sample == Kind::kInt ? Type::I64 : sample == Kind::kFloat ? Type::F64 : Type::Boxed;
  }

 private:
  bool is_int_ = false;
  bool is_float_ = false;
  bool is_seen_boxed_ = false;
  bool is_told_apart_ = false;  // the function asks what it is: it may be anything
};

std::vector<ParameterUse> uses_of_parameters(const ir::Function& function, u32 count) {
  std::vector<ParameterUse> uses(count);
  for (ir::Block* block : function.blocks) {
    for (const Node* user : ir::nodes(block)) {
      for (const Node* n : user->inputs) {
        if (n->op == Op::LoadSlot && n->imm < count && n->block == function.blocks.front()) uses[n->imm].note(user);
      }
    }
  }
  return uses;
}

Kind sample_kind(const RegionRequest& request, u32 parameter) {
  if (request.frame) return kind_of(request.frame[parameter]);
  const bool is_known = parameter < request.arguments.size() && !request.arguments[parameter].is_raised();
  return is_known ? kind_of(request.arguments[parameter]) : Kind::kUnknown;
}

}  // namespace

DirectSignature direct_signature(const RegionRequest& request) {
  RegionResult result;
  DirectSignature signature;
  std::unique_ptr<ir::Function> function = build(request, result);
  if (!function) return signature;
  signature.result.type = result.returned;
  const u32 count = request.prototype->parameters;
  const std::vector<ParameterUse> uses = uses_of_parameters(*function, count);
  u32 floats = 0;
  for (u32 i = 0; i < count; i++) {
    signature.parameters.push_back({uses[i].type(sample_kind(request, i))});
    floats += signature.parameters.back().type == Type::F64;
  }
  signature.is_possible = count - floats <= ir::kMaxDirectArguments && floats <= ir::kMaxDirectFloats;
  return signature;
}

}  // namespace gs::jit::region
