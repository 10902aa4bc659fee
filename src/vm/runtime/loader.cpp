#include "vm/runtime/loader.hpp"

#include <cstdlib>
#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"
#include "vm/interp/interp.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

namespace {

using bytecode::Constant;
using bytecode::Instruction;
using bytecode::Op;

// Operands of arithmetic with constants: an int constant there gets a float twin (see quicken_arith).
bool wants_twin(Op op) {
  return op == Op::ADDK || op == Op::SUBK || op == Op::MULK || op == Op::DIVK;
}

class Loader {
 public:
  Loader(Vm& vm, const bytecode::Image& image, std::string_view name) : vm_(vm), image_(image), name_(name), roots_(vm) {}

  Closure* load() {
    source_ = vm_.string(image_.source_name);
    if (!source_ || !roots_.push(Value::string(source_)) || !make_module_vars()) return nullptr;
    // Functions refer to functions of higher index only through constants: make the prototypes, then fill the constants.
    for (const bytecode::Function& function : image_.functions) {
      Prototype* prototype = make_prototype(function);
      if (!prototype) return nullptr;
      prototypes_.push_back(prototype);
      if (!roots_.push(Value::object(prototype))) return nullptr;
    }
    for (usize i = 0; i < prototypes_.size(); i++) {
      if (!fill(prototypes_[i], image_.functions[i])) return nullptr;
    }
    return make_closure(vm_, prototypes_[0], nullptr);
  }

 private:
  bool make_module_vars() {
    for (const std::string& name : image_.module_vars) {
      auto* global = vm_.heap().allocate_cell<Global>(CellKind::kGlobal);
      if (!global) return false;
      global->value = Value::empty();
      if (!roots_.push(Value::object(global))) return false;
      global->name = vm_.string(name);
      if (!global->name) return false;
      vm_.heap().barrier(global);
      module_vars_.push_back(global);
    }
    return true;
  }

  static std::vector<LineEntry> compress_lines(const bytecode::Function& function) {
    std::vector<LineEntry> lines;
    for (u32 i = 0; i < function.lines.size(); i++) {
      if (lines.empty() || lines.back().line != function.lines[i]) lines.push_back({i, function.lines[i]});
    }
    return lines;
  }

  static std::vector<u16> collect_twins(const bytecode::Function& function) {
    std::vector<u16> twins;
    std::vector<bool> seen(function.constants.size());
    for (const Instruction& instruction : function.code) {
      u32 constant = instruction.c();
      if (!wants_twin(instruction.op()) || function.constants[constant].kind != Constant::Kind::kInt) continue;
      bool fits = function.constants.size() + twins.size() < 0xffff;
      if (!seen[constant] && fits) twins.push_back(u16(constant));
      seen[constant] = true;
    }
    return twins;
  }

  // The prototype with code, lines and lists in one block of its own; constants still nil.
  Prototype* make_prototype(const bytecode::Function& function) {
    std::vector<LineEntry> lines = compress_lines(function);
    std::vector<u16> twins = collect_twins(function);
    usize constants = function.constants.size();
    usize templates = 0;
    for (const Constant& constant : function.constants) templates += constant.kind == Constant::Kind::kTemplate;
    usize code_bytes = function.code.size() * sizeof(Instruction);
    usize template_bytes = templates * sizeof(TableTemplate);
    usize line_bytes = lines.size() * sizeof(LineEntry);
    usize capture_bytes = function.captures.size() * sizeof(u32);
    usize twin_bytes = (twins.size() * sizeof(u16) + 3) & ~usize(3);
    usize size = code_bytes + template_bytes + line_bytes + capture_bytes + twin_bytes + constants;
    if (!vm_.heap().account(size)) return nullptr;
    auto* storage = static_cast<char*>(std::malloc(size ? size : 1));
    usize cell_size = sizeof(Prototype) + (constants + twins.size()) * sizeof(Value);
    auto* p = storage ? static_cast<Prototype*>(vm_.heap().allocate_large(CellKind::kPrototype, cell_size,
                                                                          function.feedback.size() * sizeof(FeedbackSlot)))
                      : nullptr;
    if (!p) {
      vm_.heap().unaccount(size);
      std::free(storage);
      if (!vm_.is_raising()) vm_.raise_out_of_memory();
      return nullptr;
    }
    p->storage = storage;
    p->storage_size = size;
    p->code = reinterpret_cast<Instruction*>(storage);
    std::memcpy(static_cast<void*>(storage), function.code.data(), code_bytes);
    char* template_area = storage + code_bytes;
    std::memset(template_area, 0, template_bytes);
    char* at = storage + code_bytes + template_bytes;
    std::memcpy(at, lines.data(), line_bytes);
    p->lines = reinterpret_cast<LineEntry*>(at);
    p->line_count = u32(lines.size());
    at += line_bytes;
    auto* captures = reinterpret_cast<u32*>(at);
    for (usize i = 0; i < function.captures.size(); i++) {
      const bytecode::Capture& capture = function.captures[i];
      captures[i] = capture.index | (capture.from_register ? Prototype::kFromRegister : 0);
    }
    p->capture_list = captures;
    p->capture_count = u32(function.captures.size());
    at += capture_bytes;
    std::memcpy(at, twins.data(), twins.size() * sizeof(u16));
    p->twins = reinterpret_cast<u16*>(at);
    p->twin_count = u32(twins.size());
    at += twin_bytes;
    auto* kinds = reinterpret_cast<u8*>(at);
    for (usize i = 0; i < constants; i++) kinds[i] = u8(function.constants[i].kind);
    p->constant_kinds = kinds;
    p->constant_count = u32(constants);
    p->feedback_count = u32(function.feedback.size());
    p->code_length = u32(function.code.size());
    p->frame_size = function.frame_size;
    p->parameters = function.parameters;
    p->is_vararg = function.is_vararg;
    bool is_quick = !function.is_vararg && function.frame_size <= StackPool::kLargestQuickFrame;
    p->quick_arguments = is_quick ? u16(function.parameters + 1) : 0;
    interp::interpret_from_now_on(vm_, p);
    p->has_defer = function.has_defer;
    p->line = function.line;
    p->function_kind = u8(function.kind);
    p->source = source_;
    for (usize i = 0; i < constants + twins.size(); i++) p->constants[i] = Value(0ull);
    return p;
  }

  bool fill(Prototype* p, const bytecode::Function& function) {
    p->name = vm_.string(function.kind == bytecode::FunctionKind::kModule ? name_ : std::string_view(function.name));
    if (!p->name) return false;
    vm_.heap().barrier(p);
    auto* next_template = reinterpret_cast<TableTemplate*>(p->code + p->code_length);
    for (usize i = 0; i < function.constants.size(); i++) {
      if (!fill_constant(p->constants[i], function.constants[i], next_template)) return false;
      vm_.heap().barrier(p);
    }
    for (u32 i = 0; i < p->twin_count; i++) {
      p->constants[p->constant_count + i] = Value::number(f64(function.constants[p->twins[i]].integer));
    }
    for (u32 i = 0; i < function.feedback.size(); i++) {
      if (function.feedback[i].kind != bytecode::FeedbackInit::Kind::kField) continue;
      p->feedback(i)->word[3] = u64(p->constants[function.feedback[i].key].as_string());
    }
    mark_plain_comparisons(p);
    return true;
  }

  bool fill_constant(Value& out, const Constant& constant, TableTemplate*& next_template) {
    switch (constant.kind) {
      case Constant::Kind::kInt: out = vm_.integer(constant.integer); return !out.is_raised();
      case Constant::Kind::kFloat: out = Value::number(constant.number); return true;
      case Constant::Kind::kString: out = vm_.string_value(constant.text); return !out.is_raised();
      case Constant::Kind::kGlobal: out = Value(u64(vm_.global(constant.text))); return out.bits != 0;
      case Constant::Kind::kModuleVar: out = Value(u64(module_vars_[usize(constant.integer)])); return true;
      case Constant::Kind::kFunction: out = Value(u64(prototypes_[usize(constant.integer)])); return true;
      case Constant::Kind::kTemplate: break;
    }
    TableTemplate* made = next_template++;
    out = Value(u64(made));
    return fill_template(*made, constant);
  }

  bool fill_template(TableTemplate& out, const Constant& constant) {
    u32 count = u32(constant.fields.size());
    Shape* shape = vm_.shapes().root(count < kMaxInlineFields ? count : kMaxInlineFields);
    for (const std::string& field : constant.fields) {
      String* key = shape ? vm_.string(field) : nullptr;
      if (!key) return false;
      shape = key->is_interned() ? vm_.shapes().add_field(shape, key) : nullptr;
      if (!shape && !vm_.is_raising()) break;
    }
    if (!shape) {
      if (!vm_.is_raising()) vm_.raise_out_of_memory();
      return false;
    }
    out.shape = shape;
    out.count = count;
    out.inline_slots = shape->inline_capacity;
    bool quick = count > 0 && count <= kMaxInlineFields;
    out.run = quick ? vm_.heap().run_of(sizeof(Table) + shape->inline_capacity * sizeof(Value)) : Heap::kNoRun;
    return true;
  }

  // X bit 2 of JEQK and JNEK: the constant is an inline int or interned string, equal to nothing with other bits but floats.
  static void mark_plain_comparisons(Prototype* p) {
    for (u32 i = 0; i < p->code_length; i++) {
      Instruction& instruction = p->code[i];
      if (instruction.op() != Op::JEQK && instruction.op() != Op::JNEK) continue;
      Value k = p->constants[instruction.b()];
      if (k.is_small_int() || (k.is_string() && k.as_string()->is_interned())) instruction.set_x(4);
    }
  }

  Vm& vm_;
  const bytecode::Image& image_;
  std::string_view name_;
  RootedValues roots_;
  String* source_ = nullptr;
  std::vector<Prototype*> prototypes_;
  std::vector<Global*> module_vars_;
};

}  // namespace

Closure* load_image(Vm& vm, const bytecode::Image& image, std::string_view function_name) {
  return Loader(vm, image, function_name).load();
}

// ---- for the collector

void trace_prototype(Prototype* p, Heap& heap) {
  heap.mark_cell(p->name);
  heap.mark_cell(p->source);
  for (u32 i = 0; i < p->constant_count; i++) {
    Value v = p->constants[i];
    switch (Constant::Kind(p->constant_kinds[i])) {
      case Constant::Kind::kGlobal:
      case Constant::Kind::kModuleVar:
      case Constant::Kind::kFunction: heap.mark_cell(reinterpret_cast<CellHeader*>(v.bits)); break;
      case Constant::Kind::kTemplate: break;  // shapes are immortal
      default: heap.mark_value(v);
    }
  }
  for (u32 i = 0; i < p->feedback_count; i++) {
    FeedbackSlot* slot = p->feedback(i);
    bool is_field = slot->word[3] != 0;
    if (is_field) continue;  // its key is a constant; shapes are immortal; holders are guarded by the epoch
    slot->word[0] = 0;
    if (slot->word[2] != kManyCallees) slot->word[2] = 0;
    heap.mark_cell(reinterpret_cast<CellHeader*>(slot->word[1]));
  }
}

void destroy_prototype(Prototype* p, Heap& heap) {
  if (p->machine) p->machine->owner->forget(p);
  heap.unaccount(p->storage_size);
  std::free(p->storage);
}

}  // namespace gs::vm
