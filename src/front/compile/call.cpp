// Calls, and lists of values in consecutive registers.
#include <algorithm>

#include "front/compile/function_compiler.hpp"

namespace gs::front {

using namespace ast;

namespace {

constexpr u32 kMaxCallCount = 255;      // the largest coded count in X of CALL
constexpr u32 kMaxDeferCount = 0xffff;  // and in B of DEFER and GO
constexpr usize kBatch = 64;            // values per SETLIST

}  // namespace

// Calls with the callee at hand in `callee`; the results start at `mark`, where the stack stood before the callee.
// coded_results: wanted + 1, 0 for all. One result stays on the stack; the caller takes care of others.
void FunctionCompiler::emit_call(const Expr& expr, Operand callee, u32 mark, u32 coded_results) {
  const PreparedCall call = prepare_call(expr, std::move(callee), mark, kMaxCallCount);
  emit(Op::CALL, call.base, builder_.call_slot(call.coded_count), coded_results, expr.line, call.coded_count);
  drop_to(mark);
  if (coded_results != 1) take();
}

FunctionCompiler::PreparedCall FunctionCompiler::prepare_call(const Expr& expr, Operand callee, u32 mark,
                                                              u32 max_coded_count) {
  const bool is_method = expr.kind == ExprKind::kMethodCall;
  if (!is_method) {
    drop_to(mark);
    const u32 base = take();
    move_to(callee, base);
    take();
    const auto& call = as<Call>(expr);
    return {base, arguments(call.arguments, call.spread, 0, max_coded_count)};
  }
  const auto& call = as<MethodCall>(expr);
  const u32 receiver = to_register(callee);
  drop_to(mark);
  const u32 base = take(3);
  const u32 slot = builder_.method_slot(builder_.string_constant(call.name));
  if (slot == Builder::kNoSlot) report_too_large();
  emit(Op::METHOD, base, receiver, slot, call.colon.line);
  return {base, arguments(call.arguments, call.spread, 1, max_coded_count)};
}

// Evaluates arguments behind the `already` ones in place. The coded count of all: + 1, or 0 for "to top".
u32 FunctionCompiler::arguments(Exprs list, bool spread, u32 already, u32 max_coded_count) {
  const bool is_open = !list.empty() && (spread || is_multiple(*list.back()));
  if (!is_open && already + list.size() + 1 > max_coded_count) {
    pack_arguments(list);
    return 0;
  }
  for (usize i = 0; i < list.size(); ++i) {
    if (i + 1 < list.size() || !is_open || spread) {
      operand_next(*list[i]);
    } else {
      multiple(*list[i], 0);
    }
  }
  if (spread) emit(Op::SPREAD, next_ - 1, 0, 0, list.back()->line);
  return is_open ? 0 : already + u32(list.size()) + 1;
}

// More arguments than an instruction can count: they travel in a table that is spread. Its field n keeps trailing nils.
void FunctionCompiler::pack_arguments(Exprs list) {
  const u32 pack = take();
  emit(Op::NEWTABLE, pack, u32(std::min<usize>(list.size(), 0xffff)), 1, line_);
  for (usize start = 0; start < list.size(); start += kBatch) {
    const usize count = std::min(kBatch, list.size() - start);
    for (usize i = start; i < start + count; ++i) operand_next(*list[i]);
    const u32 batch = u32(start / kBatch);
    emit(Op::SETLIST, pack, u32(count) + 1, batch & 0xffff, line_, batch >> 16);
    drop_to(pack + 1);
  }
  Operand count{.literal = KnownValue::from_int(i64(list.size()))};
  write_field(pack, "n", to_register(count), line_);
  drop_to(pack + 1);
  emit(Op::SPREAD, pack, 0, 0, line_);
}

// A call or `...` with other than one value: they start at the top of the stack, which does not count them.
void FunctionCompiler::multiple(const Expr& expr, u32 coded_count) {
  const u32 mark = next_;
  line_ = expr.line;
  if (expr.kind == ExprKind::kVararg) {
    emit(Op::VARARG, mark, coded_count, 0, expr.line);
  } else {
    emit_call(expr, operand(*left_operand(expr)), mark, coded_count);
  }
  drop_to(mark);
}

// Evaluates a list into consecutive registers from the top of the stack on. The coded count: + 1, or 0 for "to top".
u32 FunctionCompiler::place_list(Exprs list) {
  for (usize i = 0; i < list.size(); ++i) {
    if (i + 1 == list.size() && is_multiple(*list[i])) {
      multiple(*list[i], 0);
      return 0;
    }
    operand_next(*list[i]);
  }
  return u32(list.size()) + 1;
}

// `<-channel` where two values are wanted: they come to lie on top of the stack, counted.
void FunctionCompiler::receive_two(const Expr& expr) {
  const u32 mark = next_;
  const u32 channel = operand_any(*as<Receive>(expr).channel);
  drop_to(mark);
  emit(Op::RECV, take(2), channel, 0, expr.line, 1);
}

// Evaluates a list and adjusts it to `wanted` values (language 6.2).
std::vector<Operand> FunctionCompiler::evaluate_list(Exprs list, u32 wanted) {
  std::vector<Operand> values;
  const auto add_run = [&](u32 first, u32 count) {
    for (u32 i = 0; i < count; ++i) values.push_back({.reg = first + i});
  };
  if (wanted == 2 && list.size() == 1 && list[0]->kind == ExprKind::kReceive) {
    receive_two(*list[0]);
    add_run(next_ - 2, 2);
    return values;
  }
  for (usize i = 0; i < list.size(); ++i) {
    if (i >= wanted) {
      discard(*list[i]);
    } else if (i + 1 == list.size() && i + 1 < wanted && is_multiple(*list[i])) {
      const u32 rest = wanted - u32(i);
      multiple(*list[i], rest + 1);
      add_run(take(rest), rest);
    } else {
      values.push_back(operand(*list[i]));
    }
  }
  while (values.size() < wanted) values.push_back({.literal = KnownValue::nil()});
  return values;
}

// A started goroutine remembers the line of its `go`.
void FunctionCompiler::go_or_defer(const Deferred& stmt) {
  const u32 mark = next_;
  const Expr& call = *stmt.call;
  const PreparedCall prepared = prepare_call(call, operand(*left_operand(call)), mark, kMaxDeferCount);
  const bool is_go = stmt.kind == StmtKind::kGo;
  emit(is_go ? Op::GO : Op::DEFER, prepared.base, prepared.coded_count, 0, is_go ? stmt.line : call.line);
  drop_to(mark);
}

}  // namespace gs::front
