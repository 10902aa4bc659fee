// Two passes over the lines: the first finds blocks, snapshots and the named values (an operand may be used before
// its line: phis), the second fills them.
#include "jit/ir/parser.hpp"

#include <bit>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>

namespace gs::jit::ir {

namespace {

using Words = std::vector<std::string_view>;

std::optional<Op> op_named(std::string_view name) {
  for (u32 i = 0; i < kOpCount; i++) {
    if (name == kOpInfo[i].name) return Op(i);
  }
  return std::nullopt;
}

std::optional<u64> parse_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  int radix = 10;
  if (text.starts_with("0x")) {
    radix = 16;
    text.remove_prefix(2);
  }
  u64 value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, radix);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? 0 - value : value;
}

// The number behind a one-letter prefix: `v12`, `b3`.
std::optional<u32> parse_name(std::string_view text, char prefix) {
  if (text.size() < 2 || text[0] != prefix || text[1] < '0' || text[1] > '9') return std::nullopt;
  const std::optional<u64> value = parse_number(text.substr(1));
  if (!value || *value > 1'000'000) return std::nullopt;
  return u32(*value);
}

struct Line {
  u32 number;
  Words words;
};

class Parser {
 public:
  ParseResult run(std::string_view text) {
    function_ = std::make_unique<Function>();
    split(text);
    if (lines_.empty() || lines_[0].words[0] != "function") {
      fail(lines_.empty() ? Line{1, {}} : lines_[0], "expected 'function NAME'");
    } else {
      for (usize i = 1; i < lines_[0].words.size(); i++) {
        function_->name += (i > 1 ? " " : "") + std::string(lines_[0].words[i]);
      }
      lines_.erase(lines_.begin());
      declare_all();
      if (error_.empty()) define_all();
    }
    if (!error_.empty()) return {nullptr, error_};
    return {std::move(function_), ""};
  }

 private:
  void split(std::string_view text) {
    u32 number = 0;
    while (!text.empty()) {
      number++;
      const usize end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      line = line.substr(0, line.find(';'));
      Line result{number, {}};
      while (true) {
        const usize start = line.find_first_not_of(" \t\r");
        if (start == std::string_view::npos) break;
        line.remove_prefix(start);
        const usize length = line.find_first_of(" \t\r");
        result.words.push_back(line.substr(0, length));
        if (length == std::string_view::npos) break;
        line.remove_prefix(length);
      }
      if (!result.words.empty()) lines_.push_back(std::move(result));
    }
  }

  bool fail(const Line& line, std::string message) {
    if (error_.empty()) error_ = "line " + std::to_string(line.number) + ": " + std::move(message);
    return false;
  }

  static std::optional<u32> label(const Line& line, char prefix) {
    std::string_view word = line.words[0];
    if (!word.ends_with(':')) return std::nullopt;
    return parse_name(word.substr(0, word.size() - 1), prefix);
  }

  void declare_all() {
    u32 block_count = 0;
    u32 first_free = 0;
    u32 snapshot_count = 0;
    for (const Line& line : lines_) {
      if (const auto block = label(line, 'b')) block_count++;
      if (const auto snapshot = label(line, 's')) snapshot_count = std::max(snapshot_count, *snapshot + 1);
      if (const auto value = result_name(line)) first_free = std::max(first_free, *value + 1);
    }
    function_->reserve_node_ids(first_free);
    values_.resize(first_free);
    for (u32 i = 0; i < block_count; i++) function_->add_block();
    for (u32 i = 0; i < snapshot_count; i++) function_->make_snapshot({}, {}, {});
    by_number_ = function_->blocks;
    function_->blocks.clear();
    for (const Line& line : lines_) {
      if (const auto block = label(line, 'b')) {
        if (*block >= block_count) return void(fail(line, "blocks must be numbered 0 .. n - 1"));
        function_->blocks.push_back(by_number_[*block]);
      }
      if (result_name(line) || op_named(line.words[0])) declare_node(line);
    }
  }

  static std::optional<u32> result_name(const Line& line) {
    if (line.words.size() < 3 || line.words[1] != "=") return std::nullopt;
    return parse_name(line.words[0].substr(0, line.words[0].find(':')), 'v');
  }

  void declare_node(const Line& line) {
    const std::optional<u32> name = result_name(line);
    const std::string_view op_word = line.words[name ? 2 : 0];
    const std::optional<Op> op = op_named(op_word);
    if (!op) return void(fail(line, "no op '" + std::string(op_word) + "'"));
    Type type = Function::default_type(*op);
    if (name) {
      const usize colon = line.words[0].find(':');
      if (colon != std::string_view::npos) {
        type = type_of_letter(line.words[0].substr(colon + 1));
        if (type == Type::Void) return void(fail(line, "no such type"));
      }
    }
    u32 count = 0;
    for (usize i = name ? 3 : 1; i < line.words.size() && parse_name(line.words[i], 'v'); i++) count++;
    const std::vector<Node*> inputs(count, nullptr);
    Node* n = function_->make_span(*op, type, inputs);
    if (name) {
      if (values_[*name]) return void(fail(line, "v" + std::to_string(*name) + " is defined twice"));
      n->id = *name;
      values_[*name] = n;
    }
    nodes_[line.number] = n;
  }

  static Type type_of_letter(std::string_view letter) {
    if (letter.size() != 1) return Type::Void;
    switch (letter[0]) {
#define IR_TYPE(name, letter, meaning) \
  case letter: return Type::name;
#include "defs/ir_types.def"
#undef IR_TYPE
    }
    return Type::Void;
  }

  void define_all() {
    Block* block = nullptr;
    for (const Line& line : lines_) {
      if (!error_.empty()) return;
      if (const auto number = label(line, 'b')) {
        block = by_number_[*number];
        define_block(line, block);
      } else if (const auto number = label(line, 's')) {
        block = nullptr;
        define_snapshot(line, function_->snapshots[*number]);
      } else if (label(line, 't')) {
        define_template(line);
      } else if (const auto found = nodes_.find(line.number); found != nodes_.end()) {
        define_node(line, found->second, block);
      } else {
        fail(line, "expected a block, a snapshot or an operation");
      }
    }
  }

  void define_block(const Line& line, Block* block) {
    for (usize i = 1; i < line.words.size(); i++) {
      const std::string_view word = line.words[i];
      if (word == "loop") {
        block->is_loop_header = true;
      } else if (word == "cold") {
        block->is_cold = true;
      } else if (word.starts_with('@')) {
        block->entry_snapshot = snapshot_named(line, word);
      } else if (Block* from = block_named(word)) {
        block->predecessors.push_back(from);
      } else {
        return void(fail(line, "no block '" + std::string(word) + "'"));
      }
    }
  }

  Block* block_named(std::string_view word) {
    const std::optional<u32> number = parse_name(word, 'b');
    return number && *number < by_number_.size() ? by_number_[*number] : nullptr;
  }

  Snapshot* snapshot_named(const Line& line, std::string_view word) {
    const std::optional<u32> number = parse_name(word.substr(1), 's');
    if (number && *number < function_->snapshots.size()) return function_->snapshots[*number];
    fail(line, "no snapshot '" + std::string(word) + "'");
    return nullptr;
  }

  Node* value_named(const Line& line, std::string_view word) {
    const std::optional<u32> number = parse_name(word, 'v');
    if (number && *number < values_.size() && values_[*number]) return values_[*number];
    fail(line, "no value '" + std::string(word) + "'");
    return nullptr;
  }

  void define_node(const Line& line, Node* n, Block* block) {
    usize at = line.words.size() > 1 && line.words[1] == "=" ? 3 : 1;
    for (Node*& input : n->inputs) input = value_named(line, line.words[at++]);
    u32 targets = 0;
    for (; at < line.words.size(); at++) {
      const std::string_view word = line.words[at];
      if (word.starts_with('@')) {
        n->snapshot = snapshot_named(line, word);
      } else if (word.starts_with('/')) {
        if (const auto value = parse_number(word.substr(1))) n->aux = u32(*value);
        else fail(line, "bad number");
      } else if (word.starts_with('.')) {
        set_memory(line, n, word.substr(1));
      } else if (Block* target = n->is(kTerminator) ? block_named(word) : nullptr) {
        if (targets == 2 || !block) return void(fail(line, "too many targets"));
        block->successors[targets++] = target;
      } else if (!set_immediate(n, word)) {
        return void(fail(line, "cannot read '" + std::string(word) + "'"));
      }
    }
    if (block) block->append(n);
  }

  static bool set_immediate(Node* n, std::string_view word) {
    if (n->op == Op::ConstFloat && !word.starts_with("0x")) {
      n->imm = std::bit_cast<u64>(std::strtod(std::string(word).c_str(), nullptr));
      return true;
    }
    const std::optional<u64> value = parse_number(word);
    if (value) n->imm = *value;
    return value.has_value();
  }

  void set_memory(const Line& line, Node* n, std::string_view word) {
    for (u8 i = 0; i <= u8(Memory::kBoxed); i++) {
      if (word == memory_name(Memory(i))) return void(n->memory = Memory(i));
    }
    for (u8 i = 0; i < kAliasCount; i++) {
      if (word == alias_name(Alias(i))) return void(n->alias = Alias(i));
    }
    fail(line, "no memory kind or alias class '" + std::string(word) + "'");
  }

  // s0: [p0 pc 3 base 0 fn v2] r0=v1#0xfffb000000000000 g0x7f00=v3
  void define_snapshot(const Line& line, Snapshot* snapshot) {
    std::vector<SnapshotFrame> frames;
    std::vector<SnapshotEntry> registers;
    std::vector<SnapshotEntry> globals;
    for (usize i = 1; i < line.words.size(); i++) {
      const std::string_view word = line.words[i];
      if (word.starts_with('[')) {
        frames.push_back(parse_frame(line, i));
      } else if (word == "pinned") {
        snapshot->is_pinned = true;
      } else if (word == "join") {
        snapshot->is_at_join = true;
      } else if (word.starts_with("top:")) {
        snapshot->top = i32(parse_number(word.substr(4)).value_or(0));
      } else {
        const usize equals = word.find('=');
        const std::optional<u64> place = parse_number(word.substr(1, equals - 1));
        if (equals == std::string_view::npos || !place)
          return void(fail(line, "cannot read '" + std::string(word) + "'"));
        (word[0] == 'g' ? globals : registers).push_back(parse_entry(line, i64(*place), word.substr(equals + 1)));
      }
      if (!error_.empty()) return;
    }
    snapshot->frames = function_->arena().copy(std::span<const SnapshotFrame>(frames));
    snapshot->registers = function_->arena().copy(std::span<const SnapshotEntry>(registers));
    snapshot->globals = function_->arena().copy(std::span<const SnapshotEntry>(globals));
  }

  void define_template(const Line& line) {
    ObjectTemplate object{};
    for (usize i = 1; i + 1 < line.words.size(); i += 2) {
      const std::string_view key = line.words[i];
      const std::optional<u64> value = parse_number(line.words[i + 1]);
      if (!value) return void(fail(line, "expected a number after '" + std::string(key) + "'"));
      if (key == "tag") object.tag = *value;
      else if (key == "shape") object.shape = *value;
      else if (key == "shape_at") object.shape_offset = u32(*value);
      else if (key == "fields_at") object.fields_offset = u32(*value);
      else if (key == "fields") object.field_count = u32(*value);
      else if (key == "size") object.size = u32(*value);
      else if (key == "rest") object.rest = *value;
      else return void(fail(line, "templates have no '" + std::string(key) + "'"));
    }
    function_->templates.push_back(object);
  }

  SnapshotEntry parse_entry(const Line& line, i64 place, std::string_view text) {
    const usize hash = text.find('#');
    SnapshotEntry entry{place, value_named(line, text.substr(0, hash)), 0};
    if (hash != std::string_view::npos) entry.tag = parse_number(text.substr(hash + 1)).value_or(0);
    return entry;
  }

  SnapshotFrame parse_frame(const Line& line, usize& at) {
    SnapshotFrame frame{};
    const auto prototype = parse_name(line.words[at].substr(1), 'p');
    if (!prototype) fail(line, "expected [pN pc N base N]");
    frame.prototype = reinterpret_cast<const void*>(usize(prototype.value_or(0)) + 1);
    for (at++; at + 1 < line.words.size(); at++) {
      const std::string_view key = line.words[at];
      std::string_view value = line.words[++at];
      const bool is_last = value.ends_with(']');
      if (is_last) value.remove_suffix(1);
      if (key == "fn") {
        frame.function = value_named(line, value);
      } else {
        const std::optional<u64> number = parse_number(value);
        if (!number) fail(line, "expected a number after '" + std::string(key) + "'");
        if (key == "pc") frame.pc = u32(number.value_or(0));
        else if (key == "distance") frame.distance = i32(number.value_or(0));
        else if (key == "link") frame.link = number.value_or(0);
        else frame.base = i32(number.value_or(0));
      }
      if (is_last) break;
    }
    return frame;
  }

  std::unique_ptr<Function> function_;
  std::vector<Line> lines_;
  std::vector<Block*> by_number_;
  std::vector<Node*> values_;
  std::map<u32, Node*> nodes_;  // by line
  std::string error_;
};

}  // namespace

ParseResult parse(std::string_view text) { return Parser().run(text); }

}  // namespace gs::jit::ir
