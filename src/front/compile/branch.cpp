// if, switch, select, break and continue.
#include "front/compile/function_compiler.hpp"

namespace gs::front {

using namespace ast;

void FunctionCompiler::if_statement(const If& stmt) {
  const u32 outer = locals_end_;
  const Label end = builder_.new_label();
  for (const IfClause& clause : stmt.clauses) {
    if (clause.init) statement(*clause.init);
    // A clause that only leaves a loop is one jump.
    if (const Jump* jump = sole_jump(clause.body)) {
      jump_if(*clause.condition, true, jump_target(*jump));
      continue;
    }
    const Label next = builder_.new_label();
    jump_if(*clause.condition, false, next);
    block(clause.body);
    if (&clause != &stmt.clauses.back() || stmt.otherwise) jump(end, clause.body.end.line);
    builder_.bind(next);
  }
  if (stmt.otherwise) block(*stmt.otherwise);
  builder_.bind(end);
  next_ = locals_end_ = outer;
}

const Jump* FunctionCompiler::sole_jump(const Block& block) const {
  if (block.statements.size() != 1) return nullptr;
  const Stmt& only = *block.statements[0];
  return only.kind == StmtKind::kBreak || only.kind == StmtKind::kContinue ? &as<Jump>(only) : nullptr;
}

FunctionCompiler::Label FunctionCompiler::jump_target(const Jump& stmt) const {
  const bool is_continue = stmt.kind == StmtKind::kContinue;
  for (usize i = targets_.size(); i-- > 0;) {
    const Target& target = targets_[i];
    const bool fits = stmt.label ? target.label == stmt.label->text : target.is_loop || !is_continue;
    if (fits) return is_continue ? target.continue_to : target.break_to;
  }
  GS_CHECK(false, "the resolver accepts only jumps that have a target");
  return {};
}

void FunctionCompiler::leave(const Jump& stmt) {
  jump(jump_target(stmt), stmt.line);
}

// The values are compared in order; the clauses' bodies follow in order, so that falling through is going on.
void FunctionCompiler::switch_statement(const Switch& stmt) {
  const u32 outer = locals_end_;
  if (stmt.init) statement(*stmt.init);
  Operand tag;
  if (stmt.tag) tag = operand(*stmt.tag);
  activate_locals();
  const Label end = builder_.new_label();
  Label otherwise = end;
  std::vector<Label> bodies;
  for (const SwitchClause& clause : stmt.clauses) {
    bodies.push_back(builder_.new_label());
    if (clause.is_default) otherwise = bodies.back();
    for (const Expr* value : clause.values) {
      const u32 mark = next_;
      if (stmt.tag) {
        Operand right = operand(*value);
        jump_if_related(Relation::kEqual, tag, std::move(right), true, bodies.back(), value->line);
      } else {
        jump_if(*value, true, bodies.back());
      }
      drop_to(mark);
    }
  }
  jump(otherwise, stmt.end.line);
  targets_.push_back({stmt.label ? stmt.label->text : std::string_view{}, false, end, {}});
  for (usize i = 0; i < bodies.size(); ++i) {
    builder_.bind(bodies[i]);
    block(stmt.clauses[i].body);
    if (!stmt.clauses[i].falls_through && i + 1 < bodies.size()) jump(end, stmt.clauses[i].body.end.line);
  }
  targets_.pop_back();
  builder_.bind(end);
  next_ = locals_end_ = outer;
}

// The received value and its flag lie at the bottom, so that they can become the chosen clause's variables.
void FunctionCompiler::select_statement(const Select& stmt) {
  const u32 outer = locals_end_;
  const u32 result = take(2);
  std::vector<Instruction> cases;
  const SelectClause* otherwise = nullptr;
  for (const SelectClause& clause : stmt.clauses) {
    if (clause.kind == CommKind::kDefault) {
      otherwise = &clause;
      continue;
    }
    const u32 channel = operand_any(*clause.channel);
    const bool is_send = clause.kind == CommKind::kSend;
    const u32 value = is_send ? operand_any(*clause.value) : channel;
    cases.push_back(Instruction::abc(Op::SELECTCASE, channel, value, 0, is_send));
  }
  emit(Op::SELECT, result, u32(cases.size()), 0, stmt.line, otherwise ? 1 : 0);
  std::vector<Label> bodies;
  for (const Instruction instruction : cases) {
    bodies.push_back(builder_.new_label());
    builder_.emit_jump(instruction, bodies.back(), stmt.line);
  }
  const Label end = builder_.new_label();
  targets_.push_back({stmt.label ? stmt.label->text : std::string_view{}, false, end, {}});
  if (otherwise) select_body(*otherwise, result, end);
  usize at = 0;
  for (const SelectClause& clause : stmt.clauses) {
    if (&clause == otherwise) continue;
    builder_.bind(bodies[at++]);
    select_body(clause, result, end);
  }
  targets_.pop_back();
  builder_.bind(end);
  next_ = locals_end_ = outer;
}

void FunctionCompiler::select_body(const SelectClause& clause, u32 result, Label end) {
  const u32 outer = locals_end_;
  next_ = locals_end_ = result + (clause.kind == CommKind::kReceive ? 2 : 0);
  line_ = clause.line;
  for (usize i = 0; i < clause.names.size(); ++i) {
    Binding* binding = clause.names[i].binding;
    if (!binding) continue;
    binding->register_index = result + u32(i);
    wrap_in_cell(*binding, clause.names[i].line);
  }
  for (usize i = 0; i < clause.targets.size(); ++i) {
    assign_target(*clause.targets[i], {.reg = result + u32(i)});
    drop_to(locals_end_);
  }
  block(clause.body);
  jump(end, clause.body.end.line);
  next_ = locals_end_ = outer;
}

}  // namespace gs::front
