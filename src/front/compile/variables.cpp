// Reading, writing and declaring variables, by where they live: register, cell, capture, global.
#include "front/compile/function_compiler.hpp"

namespace gs::front {

using namespace ast;

namespace {

constexpr u32 kEmptyPrimitive = 3;  // LOADPRIM's operand for a variable whose declaration has not run
constexpr u32 kDeclaring = 1;       // X of SETCELL

}  // namespace

bool FunctionCompiler::is_own_register(const Binding* binding) const {
  return binding && binding->kind == Binding::Kind::kLocal && binding->function == &info_ && !binding->is_in_cell;
}

u32 FunctionCompiler::global_constant(const Binding* binding, std::string_view name) {
  if (binding && binding->kind == Binding::Kind::kModuleVar) return builder_.module_var_constant(binding->module_index);
  return builder_.global_constant(name);
}

Operand FunctionCompiler::read_variable(const NameExpr& name, u32 dest) {
  if (name.binding && name.binding->kind == Binding::Kind::kLocal) return read_local(*name.binding, dest, name.line);
  const u32 target = target_register(dest);
  emit_wide(Op::GETGLOBAL, target, global_constant(name.binding, name.text), name.line);
  return {.reg = target};
}

Operand FunctionCompiler::read_local(const Binding& binding, u32 dest, u32 line) {
  const bool is_own = binding.function == &info_;
  if (!binding.is_in_cell) {
    if (is_own) return {.literal = binding.value, .reg = binding.register_index};
    if (binding.value) return {.literal = binding.value};
  }
  const u32 target = target_register(dest);
  if (is_own) {
    emit(Op::GETCELL, target, binding.register_index, name_constant(binding), line);
  } else if (binding.is_in_cell) {
    emit(Op::GETUPCELL, target, info_.capture_index.at(&binding), name_constant(binding), line);
  } else {
    emit(Op::GETUPVAL, target, info_.capture_index.at(&binding), 0, line);
  }
  return {.reg = target};
}

void FunctionCompiler::write_variable(const Binding* binding, std::string_view name, Operand value, u32 line) {
  if (is_own_register(binding)) return move_to(value, binding->register_index);
  const u32 source = to_register(value);
  if (!binding || binding->kind != Binding::Kind::kLocal) {
    emit_wide(Op::SETGLOBAL, source, global_constant(binding, name), line);
  } else if (binding->function == &info_) {
    emit(Op::SETCELL, binding->register_index, source, name_constant(*binding), line);
  } else {
    emit(Op::SETUPCELL, info_.capture_index.at(binding), source, name_constant(*binding), line);
  }
}

// Whether the name makes its variable here; otherwise its declaration assigns.
bool FunctionCompiler::declares(const Name& name) const {
  if (!name.binding) return false;
  if (name.binding->kind == Binding::Kind::kGlobal && unit_.options.kind == ChunkKind::kRepl) return true;
  return name.binding->declaration == &name;
}

// Gives the name of a declaration its value. A new local variable has its register, and an early one its cell, already.
void FunctionCompiler::declare_variable(const Name& name, Operand value, bool is_constant) {
  if (name.is_blank() || !name.binding) return;
  const Binding& binding = *name.binding;
  if (!declares(name)) return write_variable(&binding, name.text, std::move(value), name.line);
  if (binding.kind != Binding::Kind::kLocal) {
    const u32 source = to_register(value);
    emit_wide(Op::DEFGLOBAL, source, global_constant(&binding, name.text), name.line, is_constant ? 1 : 0);
  } else if (binding.is_early) {
    emit(Op::SETCELL, binding.register_index, to_register(value), name_constant(binding), name.line, kDeclaring);
  } else {
    move_to(value, binding.register_index);
    wrap_in_cell(binding, name.line);
  }
}

// The cell of a variable that functions capture before its declaration has run.
void FunctionCompiler::make_early_cell(Binding& binding, u32 line) {
  binding.register_index = take();
  emit(Op::LOADPRIM, binding.register_index, kEmptyPrimitive, 0, line);
  emit(Op::NEWCELL, binding.register_index, binding.register_index, 0, line);
}

// Moves a new variable's value from its register into a cell, if that is where it lives.
void FunctionCompiler::wrap_in_cell(const Binding& binding, u32 line) {
  if (binding.is_in_cell) emit(Op::NEWCELL, binding.register_index, binding.register_index, 0, line);
}

}  // namespace gs::front
