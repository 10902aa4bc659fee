// stencilgen, first step: rewrites the assembly text that the compiler made of the stencil source so that stencils fit together.
// In every function op_NAME and second_NAME
//   - a branch to a block that only jumps away goes to that block's target itself
//   - a store through an address computed just before it takes the address as its operand
//   - the hot part ends with the jump that the run-time compiler can leave out (gs_next or gs_enter), if there is one
//   - what follows the first such jump is the cold part, in a section of its own
// Every function is written twice: once for any operands, once ("narrow") with one byte for the offsets of registers near base.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "stencilgen.hpp"

namespace stencilgen {
namespace {

struct Instruction {
  std::string name;      // "jmp"; empty for lines that are not instructions
  std::string operands;  // "gs_next"
};

struct Block {
  std::string label;  // empty: only fallen into
  std::vector<Instruction> body;
};

bool is_elidable(const std::string& target) { return target == "gs_next" || target == "gs_enter"; }
bool is_jump(const Instruction& i) { return !i.name.empty() && i.name[0] == 'j'; }
bool is_local(const std::string& target) { return target.rfind(".L", 0) == 0; }
bool ends_control(const Instruction& i) { return i.name == "jmp" || i.name == "retq" || i.name == "ret" || i.name == "ud2"; }

std::string inverted(const std::string& name) {
  static const std::map<std::string, std::string> kPairs = {
      {"je", "jne"}, {"jb", "jae"}, {"ja", "jbe"}, {"jl", "jge"}, {"jg", "jle"}, {"js", "jns"}, {"jo", "jno"}, {"jp", "jnp"}};
  for (const auto& [a, b] : kPairs) {
    if (name == a) return b;
    if (name == b) return a;
  }
  return "";
}

std::string strip(const std::string& text) {
  std::size_t begin = text.find_first_not_of(" \t");
  std::size_t end = text.find_last_not_of(" \t");
  return begin == text.npos ? "" : text.substr(begin, end - begin + 1);
}

Instruction parse_instruction(const std::string& line) {
  std::string text = strip(line.substr(0, line.find('#')));
  std::size_t space = text.find_first_of(" \t");
  if (space == text.npos) return {text, ""};
  return {text.substr(0, space), strip(text.substr(space))};
}

// All names of the register that `operand` (as in "%rdx") is.
std::vector<std::string> names_of(const std::string& operand) {
  std::string r = operand.substr(1);
  if (r.size() > 1 && r[1] >= '0' && r[1] <= '9') return {"%" + r, "%" + r + "d", "%" + r + "w", "%" + r + "b"};
  std::string stem = r.substr(1);  // "dx", "di"
  std::string low = stem[1] == 'x' ? std::string(1, stem[0]) + "l" : stem + "l";
  return {"%r" + stem, "%e" + stem, "%" + stem, "%" + low};
}

class Function {
 public:
  explicit Function(const std::vector<std::string>& lines) {
    blocks_.emplace_back();
    for (const std::string& line : lines) add_line(line);
  }

  void improve() {
    fold_stores();
    while (thread_jumps()) {
    }
    for (Block& block : blocks_) make_elidable_last(block);
  }

  // In two sections if `may_split`.
  std::string text(const std::string& name, bool may_split, bool narrow) const {
    std::size_t split = may_split ? hot_blocks() : blocks_.size();
    std::string suffix = narrow ? ".narrow." + name : "." + name;
    std::string symbol = narrow ? "narrow_" + name : name;
    std::string out = "\t.section .text" + suffix + ",\"ax\",@progbits\n\t.globl " + symbol + "\n" + symbol + ":\n";
    int labels = 0;
    for (std::size_t i = 0; i < blocks_.size(); i++) {
      if (i == split) out += "\t.section .text.cold" + suffix + ",\"ax\",@progbits\n";
      if (!blocks_[i].label.empty()) out += blocks_[i].label + (narrow ? "n" : "") + ":\n";
      for (const Instruction& instruction : blocks_[i].body) {
        out += narrow ? narrow_text(instruction, name, labels) : "\t" + instruction.name + "\t" + instruction.operands + "\n";
      }
    }
    return out;
  }

 private:
  void add_line(const std::string& line) {
    std::string text = strip(line.substr(0, line.find('#')));
    if (text.empty()) return;
    if (text.back() == ':') {
      blocks_.push_back({text.substr(0, text.size() - 1), {}});
      return;
    }
    if (text[0] == '.') return;
    if (!blocks_.back().body.empty() && (is_jump(blocks_.back().body.back()) || ends_control(blocks_.back().body.back()))) {
      // A branch inside a block: what follows it is a block too, so that its end can be looked at.
      if (ends_control(blocks_.back().body.back())) blocks_.emplace_back();
    }
    // Inline assembly puts several instructions on lines of their own already.
    blocks_.back().body.push_back(parse_instruction(line));
  }

  // With one byte for a register's offset: the last of the instruction if it has no immediate.
  static std::string narrow_text(const Instruction& i, const std::string& function, int& labels) {
    std::string operands = i.operands;
    std::size_t hole = operands.find("gs_hole_");
    bool is_offset = hole != operands.npos && operands.size() > hole + 9 && operands[hole + 9] == '8' &&
                     std::string("ABC").find(operands[hole + 8]) != std::string::npos;
    std::size_t end = is_offset ? operands.find('(', hole) : operands.npos;
    if (end == operands.npos || operands.find('$') != operands.npos || operands.compare(end, 5, "(%r13") != 0) {
      return "\t" + i.name + "\t" + operands + (is_jump(i) && is_local(operands) ? "n" : "") + "\n";
    }
    std::string label = ".Lfield_" + function + "_" + std::to_string(labels++);
    std::string symbol = operands.substr(hole, end - hole);
    return "\t" + i.name + "\t" + operands.substr(0, hole) + "1" + operands.substr(end) + "\n" + label + ":\n\t.reloc " + label +
           "-1, R_X86_64_8, " + symbol + "\n";
  }

  bool mentions_later(std::size_t block, std::size_t at, const std::string& reg) const {
    for (std::size_t b = block; b < blocks_.size(); b++) {
      for (std::size_t i = b == block ? at : 0; i < blocks_[b].body.size(); i++) {
        for (const std::string& name : names_of(reg)) {
          if (blocks_[b].body[i].operands.find(name) != std::string::npos) return true;
        }
      }
    }
    return false;
  }

  bool has_loop() const {
    std::set<std::string> seen;
    for (const Block& block : blocks_) {
      seen.insert(block.label);
      for (const Instruction& i : block.body) {
        if (is_jump(i) && is_local(i.operands) && seen.count(i.operands)) return true;
      }
    }
    return false;
  }

  // leaq HOLE(%r13), %rX; movq %rY, (%rX)  with %rX not used any more.
  void fold_stores() {
    if (has_loop()) return;
    for (std::size_t b = 0; b < blocks_.size(); b++) {
      std::vector<Instruction>& body = blocks_[b].body;
      for (std::size_t i = 0; i + 1 < body.size(); i++) {
        if (body[i].name != "leaq") continue;
        std::size_t comma = body[i].operands.rfind(", ");
        std::string address = body[i].operands.substr(0, comma), reg = body[i].operands.substr(comma + 2);
        const std::string& store = body[i + 1].operands;
        std::string through = ", (" + reg + ")";
        bool stores = (body[i + 1].name == "movq" || body[i + 1].name == "movsd") && store.size() > through.size() &&
                      store.compare(store.size() - through.size(), through.size(), through) == 0 &&
                      store.find(reg) == store.size() - through.size() + 3;
        if (!stores || address.find(',') != address.npos || mentions_later(b, i + 2, reg)) continue;
        body[i + 1].operands = store.substr(0, store.size() - through.size()) + ", " + address;
        body.erase(body.begin() + long(i));
      }
    }
  }

  bool thread_jumps() {
    bool changed = false;
    std::map<std::string, std::string> trampolines;
    for (const Block& block : blocks_) {
      if (!block.label.empty() && block.body.size() == 1 && block.body[0].name == "jmp") {
        trampolines[block.label] = block.body[0].operands;
      }
    }
    for (Block& block : blocks_) {
      for (Instruction& i : block.body) {
        auto found = is_jump(i) ? trampolines.find(i.operands) : trampolines.end();
        if (found == trampolines.end() || found->second == i.operands) continue;
        i.operands = found->second;
        changed = true;
      }
    }
    return drop_unreached() || changed;
  }

  bool drop_unreached() {
    std::set<std::string> used;
    for (const Block& block : blocks_) {
      for (const Instruction& i : block.body) {
        if (is_jump(i)) used.insert(i.operands);
      }
    }
    for (std::size_t b = 1; b < blocks_.size(); b++) {
      const std::vector<Instruction>& before = blocks_[b - 1].body;
      bool fallen_into = before.empty() || !ends_control(before.back());
      if (fallen_into || used.count(blocks_[b].label)) continue;
      blocks_.erase(blocks_.begin() + long(b));
      return true;
    }
    return false;
  }

  // jcc gs_next; jmp elsewhere  ->  jncc elsewhere; jmp gs_next
  static void make_elidable_last(Block& block) {
    std::size_t n = block.body.size();
    if (n < 2 || block.body[n - 1].name != "jmp") return;
    Instruction &branch = block.body[n - 2], &jump = block.body[n - 1];
    if (!is_jump(branch) || !is_elidable(branch.operands) || is_elidable(jump.operands)) return;
    std::string name = inverted(branch.name);
    if (name.empty()) return;
    branch.name = name;
    std::swap(branch.operands, jump.operands);
  }

  // Blocks up to and with the first that ends in an elidable jump; all if none does.
  std::size_t hot_blocks() const {
    for (std::size_t b = 0; b < blocks_.size(); b++) {
      if (!blocks_[b].body.empty() && blocks_[b].body.back().name == "jmp" && is_elidable(blocks_[b].body.back().operands)) {
        return b + 1;
      }
    }
    return blocks_.size();
  }

  std::vector<Block> blocks_;
};

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == text.npos) end = text.size();
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::string lay_out(const std::string& assembly) {
  std::vector<std::string> lines = split_lines(assembly);
  std::string out = "\t.text\n";
  for (std::size_t i = 0; i < lines.size(); i++) {
    const std::string& line = lines[i];
    bool is_second = line.rfind("second_", 0) == 0;
    if ((!is_second && line.rfind("op_", 0) != 0) || line.find(':') == line.npos) continue;
    std::string name = line.substr(0, line.find(':'));
    std::vector<std::string> body;
    for (i++; i < lines.size() && lines[i].rfind(".Lfunc_end", 0) != 0; i++) body.push_back(lines[i]);
    Function function(body);
    function.improve();
    out += function.text(name, !is_second, false) + function.text(name, !is_second, true);
  }
  return out;
}

}  // namespace stencilgen
