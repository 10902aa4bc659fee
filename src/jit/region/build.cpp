// One region: attempts until no loop contradicts what was decided about it.
#include "base/assert.hpp"
#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

namespace {

constexpr int kMaxAttempts = 24;

std::string name_of(const RegionRequest& request) {
  const vm::String* name = request.prototype->name;
  std::string text = name ? std::string(vm::view(name)) : "function";
  text += ":" + std::to_string(request.prototype->line);
  if (request.entry) text += "+" + std::to_string(request.entry);
  return text;
}

// Functions that call none but natives end by themselves, and need no poll at their entry.
bool may_recurse(const ir::Function& function) {
  for (Block* block : function.blocks) {
    for (const Node* n : ir::nodes(block)) {
      if (n->op == ir::Op::Call || n->op == ir::Op::CallDirect) return true;
    }
  }
  return false;
}

void build_once(Builder& builder) {
  const RegionRequest& request = builder.request;
  Emitter& e = builder.emitter;
  e.function().name = name_of(request);
  e.block = e.function().add_block();
  Node* closure = e.emit(ir::Op::LoadSlot, {}, u64(i64{-2}));
  e.set_kind(closure, Kind::kFunction);
  if (request.frame) e.set_sample(closure, request.frame[-2]);
  FrameBuilder frame(builder, request.prototype, nullptr, 0, closure);
  request.entry ? frame.build_loop(request.entry) : frame.build_function();
  if (builder.entry_poll && !may_recurse(e.function())) builder.entry_poll->block->remove(builder.entry_poll);
}

const char* refusal(const RegionRequest& request, const CodeAnalysis& analysis) {
  if (request.prototype->has_defer) return "has deferred calls";
  if (!request.entry && request.prototype->is_vararg) return "takes a variable number of arguments";
  if (!analysis.flow.is_reducible) return "its control flow is irreducible";
  if (!request.entry) return nullptr;
  const i32 block = request.entry < analysis.code.size() ? analysis.flow.block_at[request.entry] : -1;
  return block < 0 || !analysis.flow.loop_with_header(u32(block)) ? "no loop begins there" : nullptr;
}

}  // namespace

std::unique_ptr<ir::Function> build(const RegionRequest& request, RegionResult& result) {
  AnalysisCache analyses;
  result = {};
  if (const char* why = refusal(request, analyses.of(request.prototype))) {
    result.refusal = why;
    return nullptr;
  }
  Decisions decisions;
  for (int attempt = 0; attempt < kMaxAttempts; attempt++) {
    result = {};
    auto function = std::make_unique<ir::Function>();
    Builder builder{request, result, analyses, decisions, Emitter(*function), request.inline_budget};
    build_once(builder);
    if (!decisions.take_contradiction()) return function;
  }
  result.refusal = "its loops' types do not settle";
  return nullptr;
}

}  // namespace gs::jit::region
