// The text form of a function, written in the order of the blocks' layout; snapshots follow.
#include "jit/ir/printer.hpp"

#include <bit>
#include <cinttypes>
#include <cmath>
#include <cstdio>

#include "jit/ir/uses.hpp"

namespace gs::jit::ir {

namespace {

constexpr i64 kLargestDecimal = 1 << 20;  // immediates above are printed in hexadecimal

class Printer {
 public:
  std::string run(const Function& function) {
    used_.resize(function.snapshots.size());
    text_ = "function " + function.name + "\n";
    for (const Block* block : function.blocks) print_block(block);
    for (const Snapshot* snapshot : function.snapshots) {
      if (used_[snapshot->id]) print_snapshot(snapshot);
    }
    for (usize i = 0; i < function.templates.size(); i++) print_template(i, function.templates[i]);
    return std::move(text_);
  }

  std::string run(const Node& node) {
    if (node.snapshot) used_.resize(node.snapshot->id + 1);
    print_node(&node);
    return text_.substr(2, text_.size() - 3);
  }

 private:
  void print_block(const Block* block) {
    text_ += "b" + std::to_string(block->id) + ":";
    for (const Block* from : block->predecessors) text_ += " b" + std::to_string(from->id);
    if (block->is_loop_header) text_ += "  loop";
    if (block->is_cold) text_ += "  cold";
    if (block->entry_snapshot) print_snapshot_use(block->entry_snapshot);
    text_ += "\n";
    for (const Node* n = block->first; n; n = n->next) print_node(n);
  }

  void print_node(const Node* n) {
    text_ += "  ";
    if (n->has_result()) {
      text_ += name_of(n);
      if (n->info().result == 'T') text_ += std::string(":") + type_letter(n->type);
      text_ += " = ";
    }
    text_ += n->info().name;
    for (const Node* input : n->inputs) text_ += " " + name_of(input);
    print_immediates(n);
    for (const Block* target : n->is(kTerminator) ? n->block->successors : kNoSuccessors) {
      if (target) text_ += " b" + std::to_string(target->id);
    }
    if (n->snapshot) print_snapshot_use(n->snapshot);
    text_ += "\n";
  }

  void print_immediates(const Node* n) {
    if (n->op == Op::ConstFloat) {
      print_float(std::bit_cast<f64>(n->imm));
    } else if (n->op == Op::ConstInt) {
      text_ += " " + std::to_string(i64(n->imm));
    } else if (n->imm != 0 || (n->inputs.empty() && n->has_result() && n->op != Op::Phi)) {
      text_ += " " + number(n->imm);
    }
    if (n->aux != 0) text_ += " /" + std::to_string(n->aux);
    if (accesses_memory(n->op)) text_ += std::string(" .") + memory_name(n->memory) + " ." + alias_name(n->alias);
  }

  void print_float(f64 value) {
    char buffer[40];
    if (std::isfinite(value)) {
      std::snprintf(buffer, sizeof buffer, " %.17g", value);
      text_ += buffer;
      if (text_.find_first_of(".e", text_.size() - std::char_traits<char>::length(buffer)) == std::string::npos)
        text_ += ".0";
    } else {
      text_ += " " + hexadecimal(std::bit_cast<u64>(value));
    }
  }

  void print_snapshot_use(const Snapshot* snapshot) {
    text_ += " @s" + std::to_string(snapshot->id);
    used_[snapshot->id] = true;
  }

  void print_snapshot(const Snapshot* snapshot) {
    std::string virtuals;
    std::vector<const Node*> seen;
    text_ += "s" + std::to_string(snapshot->id) + ":";
    for (const SnapshotFrame& frame : snapshot->frames) {
      text_ += " [p" + std::to_string(prototype_number(frame.prototype)) + " pc " + std::to_string(frame.pc) +
               " base " + std::to_string(frame.base);
      if (frame.function) text_ += " fn " + name_of(frame.function);
      if (frame.distance) text_ += " distance " + std::to_string(frame.distance) + " link " + hexadecimal(frame.link);
      text_ += "]";
      if (frame.function) print_virtual(frame.function, virtuals, seen);
    }
    if (snapshot->is_pinned) text_ += " pinned";
    if (snapshot->is_at_join) text_ += " join";
    if (snapshot->top) text_ += " top:" + std::to_string(snapshot->top);
    for (const SnapshotEntry& entry : snapshot->registers)
      print_entry(entry, "r" + std::to_string(entry.place), virtuals, seen);
    for (const SnapshotEntry& entry : snapshot->globals)
      print_entry(entry, "g" + hexadecimal(u64(entry.place)), virtuals, seen);
    text_ += "\n" + virtuals;
  }

  void print_entry(const SnapshotEntry& entry, const std::string& place, std::string& virtuals,
                   std::vector<const Node*>& seen) {
    text_ += " " + place + "=" + name_of(entry.value);
    if (entry.tag != 0) text_ += "#" + hexadecimal(entry.tag);
    print_virtual(entry.value, virtuals, seen);
  }

  // The lines of the virtual objects behind a value, innermost first.
  void print_virtual(const Node* n, std::string& lines, std::vector<const Node*>& seen) {
    if (!is_floating(n)) return;
    for (const Node* other : seen) {
      if (other == n) return;
    }
    seen.push_back(n);
    for (const Node* field : n->inputs) print_virtual(field, lines, seen);
    lines += "  " + name_of(n) + " = " + n->info().name;
    for (const Node* field : n->inputs) lines += " " + name_of(field);
    if (n->imm != 0) lines += " " + number(n->imm);
    lines += "\n";
  }

  void print_template(usize index, const ObjectTemplate& object) {
    text_ += "t" + std::to_string(index) + ": tag " + hexadecimal(object.tag) + " shape " + hexadecimal(object.shape) +
             " shape_at " + std::to_string(object.shape_offset) + " fields_at " + std::to_string(object.fields_offset) +
             " fields " + std::to_string(object.field_count) + " size " + std::to_string(object.size) + " rest " +
             hexadecimal(object.rest) + "\n";
  }

  usize prototype_number(const void* prototype) {
    for (usize i = 0; i < prototypes_.size(); i++) {
      if (prototypes_[i] == prototype) return i;
    }
    prototypes_.push_back(prototype);
    return prototypes_.size() - 1;
  }

  static std::string name_of(const Node* n) { return "v" + std::to_string(n->id); }
  static std::string hexadecimal(u64 value) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "0x%" PRIx64, value);
    return buffer;
  }
  static std::string number(u64 value) {
    const i64 as_signed = i64(value);
    const bool is_small = as_signed <= kLargestDecimal && as_signed >= -kLargestDecimal;
    return is_small ? std::to_string(as_signed) : hexadecimal(value);
  }

  static constexpr Block* kNoSuccessors[2] = {};

  std::string text_;
  std::vector<bool> used_;
  std::vector<const void*> prototypes_;
};

}  // namespace

std::string print(const Function& function) { return Printer().run(function); }

std::string print(const Node& node) { return Printer().run(node); }

}  // namespace gs::jit::ir
