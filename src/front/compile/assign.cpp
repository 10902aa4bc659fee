// Declarations and assignments.
#include "front/compile/function_compiler.hpp"
#include "front/compile/operators.hpp"

namespace gs::front {

using namespace ast;

// Local variables that are all new get their values computed into their registers. Anything else, mixed lists and
// top-level names, is evaluated first and then handed out.
void FunctionCompiler::declaration(const Declaration& stmt) {
  bool is_plain = true;
  for (const Name& name : stmt.names) {
    if (name.is_blank()) continue;
    is_plain = is_plain && declares(name) && name.binding->kind == Binding::Kind::kLocal && !name.binding->is_early;
  }
  if (is_plain) return declare_locals(stmt);
  if (stmt.names.size() == 1 && stmt.values.size() == 1 && !declares(stmt.names[0]) &&
      is_own_register(stmt.names[0].binding)) {
    operand_to(*stmt.values[0], stmt.names[0].binding->register_index);
    return;
  }
  for (const Name& name : stmt.names) {
    if (!declares(name) || name.binding->kind != Binding::Kind::kLocal) continue;
    if (!name.binding->is_early) {
      name.binding->register_index = take();
    } else if (!name.binding->is_early_at_entry) {
      make_early_cell(*name.binding, name.line);
    }
  }
  const u32 mark = next_;
  std::vector<Operand> values = evaluate_list(stmt.values, u32(stmt.names.size()));
  for (usize i = 0; i < stmt.names.size(); ++i) protect_later_values(values, i, written_register(stmt.names[i]));
  for (usize i = 0; i < stmt.names.size(); ++i) {
    const u32 temporaries = next_;
    line_ = stmt.names[i].line;
    declare_variable(stmt.names[i], std::move(values[i]), stmt.kind == StmtKind::kConst);
    drop_to(temporaries);
  }
  drop_to(mark);
  activate_locals();
}

void FunctionCompiler::declare_locals(const Declaration& stmt) {
  const u32 count = u32(stmt.names.size());
  const u32 first = next_;
  for (u32 i = 0; i < count; ++i) {
    const Name& name = stmt.names[i];
    if (name.binding) name.binding->register_index = first + i;
  }
  std::vector<std::optional<KnownValue>> known(count);
  u32 placed = 0;
  if (count == 2 && stmt.values.size() == 1 && stmt.values[0]->kind == ExprKind::kReceive) {
    receive_two(*stmt.values[0]);
    placed = 2;
  }
  for (usize i = 0; placed < count && i < stmt.values.size(); ++i) {
    const Expr& value = *stmt.values[i];
    if (i + 1 == stmt.values.size() && placed + 1 < count && is_multiple(value)) {
      multiple(value, count - placed + 1);
      take(count - placed);
      placed = count;
    } else {
      known[placed++] = operand_to(value, take()).literal;
    }
  }
  for (usize i = count; i < stmt.values.size(); ++i) discard(*stmt.values[i]);
  line_ = stmt.line;
  if (placed < count) {
    for (u32 i = placed; i < count; ++i) known[i] = KnownValue::nil();
    emit(Op::LOADNIL, take(count - placed), count - placed, 0, line_);
  }
  for (u32 i = 0; i < count; ++i) {
    const Name& name = stmt.names[i];
    if (!name.binding) continue;
    note_known_value(name, known[i]);
    wrap_in_cell(*name.binding, name.line);
  }
  activate_locals();
}

// A variable that keeps a known value need not be read, nor captured, to be used.
void FunctionCompiler::note_known_value(const Name& name, const std::optional<KnownValue>& value) {
  if (!name.binding->is_assigned && !name.binding->is_in_cell) name.binding->value = value;
}

void FunctionCompiler::func_decl(const FuncDecl& stmt) {
  const Name& name = stmt.name;
  const bool is_new_local = declares(name) && name.binding->kind == Binding::Kind::kLocal;
  if (is_new_local && !name.binding->is_early) {
    name.binding->register_index = take();
    make_closure(*stmt.function, name.binding->register_index, stmt.line);
    wrap_in_cell(*name.binding, name.line);
    return activate_locals();
  }
  if (is_new_local && !name.binding->is_early_at_entry) {
    make_early_cell(*name.binding, name.line);
    activate_locals();
  }
  const u32 closure = take();
  make_closure(*stmt.function, closure, stmt.line);
  declare_variable(name, {.reg = closure}, false);
  drop_to(closure);
}

void FunctionCompiler::assign(const Assign& stmt) {
  const u32 mark = next_;
  if (stmt.targets.size() == 1 && stmt.values.size() == 1) {
    assign_one(*stmt.targets[0], *stmt.values[0]);
    return drop_to(mark);
  }
  std::vector<Operand> values = evaluate_list(stmt.values, u32(stmt.targets.size()));
  for (usize i = 0; i < stmt.targets.size(); ++i) protect_later_values(values, i, written_register(*stmt.targets[i]));
  for (usize i = 0; i < stmt.targets.size(); ++i) {
    const u32 temporaries = next_;
    assign_target(*stmt.targets[i], std::move(values[i]));
    drop_to(temporaries);
  }
  drop_to(mark);
}

void FunctionCompiler::assign_one(const Expr& target, const Expr& value) {
  if (target.kind == ExprKind::kName && is_own_register(as<NameExpr>(target).binding)) {
    operand_to(value, as<NameExpr>(target).binding->register_index);
  } else {
    assign_target(target, operand(value));
  }
}

// The register that assigning to target i writes, if it is a variable's.
u32 FunctionCompiler::written_register(const Expr& target) const {
  const Binding* binding = target.kind == ExprKind::kName ? as<NameExpr>(target).binding : nullptr;
  return is_own_register(binding) ? binding->register_index : kNoRegister;
}

u32 FunctionCompiler::written_register(const Name& name) const {
  return is_own_register(name.binding) ? name.binding->register_index : kNoRegister;
}

// The value of target `index` is about to be given out. Values behind it that are the target's own register in place
// must keep what they were: they get a copy.
void FunctionCompiler::protect_later_values(std::vector<Operand>& values, usize index, u32 written) {
  if (written == kNoRegister) return;
  u32 copy = kNoRegister;
  for (usize i = index + 1; i < values.size(); ++i) {
    if (values[i].reg != written) continue;
    if (copy == kNoRegister) {
      copy = take();
      move(copy, written);
    }
    values[i].reg = copy;
  }
}

// The target's table and key are evaluated here, after the value.
void FunctionCompiler::assign_target(const Expr& target, Operand value) {
  line_ = target.line;
  switch (target.kind) {
    case ExprKind::kName: {
      const auto& name = as<NameExpr>(target);
      if (!name.is_blank()) write_variable(name.binding, name.text, std::move(value), name.line);
      return;
    }
    case ExprKind::kField: {
      const u32 source = to_register(value);
      const u32 object = operand_any(*as<Field>(target).object);
      return write_field(object, as<Field>(target).name, source, target.line);
    }
    case ExprKind::kIndex: {
      const u32 source = to_register(value);
      const u32 object = operand_any(*as<Index>(target).object);
      return write_index(object, operand(*as<Index>(target).key), source, target.line);
    }
    default:
      return;
  }
}

void FunctionCompiler::op_assign(const OpAssign& stmt) {
  const u32 mark = next_;
  const Expr& target = *stmt.target;
  if (target.kind == ExprKind::kName) {
    op_assign_name(stmt);
  } else if (target.kind == ExprKind::kField) {
    const auto& field = as<Field>(target);
    const u32 object = operand_any(*field.object);
    const u32 inner = next_;
    Operand old = read_field({.reg = object}, field.name, inner, kNoRegister, target.line);
    Operand result = combine(stmt, std::move(old), inner, kNoRegister);
    write_field(object, field.name, to_register(result), target.line);
  } else if (target.kind == ExprKind::kIndex) {
    const auto& index = as<Index>(target);
    const u32 object = operand_any(*index.object);
    const Operand key = operand(*index.key);
    const u32 inner = next_;
    Operand old = read_index({.reg = object}, key, inner, kNoRegister, target.line);
    Operand result = combine(stmt, std::move(old), inner, kNoRegister);
    write_index(object, key, to_register(result), target.line);
  }
  drop_to(mark);
}

void FunctionCompiler::op_assign_name(const OpAssign& stmt) {
  const auto& name = as<NameExpr>(*stmt.target);
  const u32 mark = next_;
  if (is_own_register(name.binding)) {
    const u32 variable = name.binding->register_index;
    move_to(combine(stmt, {.reg = variable}, mark, variable), variable);
    return;
  }
  Operand old = read_variable(name, kNoRegister);
  Operand result = combine(stmt, std::move(old), mark, kNoRegister);
  write_variable(name.binding, name.text, std::move(result), name.line);
}

// The new value of the target of `op=`, whose old one is `left`.
Operand FunctionCompiler::combine(const OpAssign& stmt, Operand left, u32 mark, u32 dest) {
  const u32 line = stmt.operator_position.line;
  if (stmt.op != BinaryOp::kConcat) {
    Operand right = operand(*stmt.value);
    line_ = line;
    return arithmetic(opcode_of(stmt.op), std::move(left), std::move(right), mark, dest, line);
  }
  // x ..= a .. b joins x, a and b at once: joining goes from the right.
  std::vector<u32> lines{line};
  if (left.reg != mark) move_to(left, take());
  if (stmt.value->kind == ExprKind::kConcat) {
    const auto& chain = as<Concat>(*stmt.value);
    for (const Expr* item : chain.operands) operand_next(*item);
    for (const Position place : chain.operators) lines.push_back(place.line);
  } else {
    operand_next(*stmt.value);
  }
  drop_to(mark);
  const u32 target = target_register(dest);
  join(target, mark, lines);
  return {.reg = target};
}

void FunctionCompiler::send(const Send& stmt) {
  const u32 mark = next_;
  const u32 channel = operand_any(*stmt.channel);
  const u32 value = operand_any(*stmt.value);
  emit(Op::SEND, channel, value, 0, stmt.arrow.line);
  drop_to(mark);
}

}  // namespace gs::front
