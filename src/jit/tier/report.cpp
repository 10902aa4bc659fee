#include "jit/tier/report.hpp"

#include <cstdio>
#include <unordered_map>

#include "bytecode/opcode.hpp"
#include "jit/ir/printer.hpp"
#include "vm/object/string.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::jit {

namespace {

std::string name_of(const vm::Prototype* proto, const char* tier) {
  std::string name = proto->name && proto->name->length ? std::string(vm::view(proto->name)) : "anonymous";
  return name + " " + std::string(vm::view(proto->source)) + ":" + std::to_string(proto->line) + " [" + tier + "]";
}

u32 line_at(const vm::Prototype* proto, u32 index) { return vm::line_of(proto, proto->code + index + 1); }

std::string instruction_text(const vm::Prototype* proto, u32 index) {
  bytecode::Instruction in = proto->code[index];
  char text[96];
  std::snprintf(text, sizeof text, "%u %s A=%u B=%u C=%u X=%u", index, bytecode::op_info(in.op()).name, in.a(), in.b(), in.c(),
                in.x());
  return text;
}

}  // namespace

// Code starts with the function's entry for exact arguments; the entry for any may be in the cold part.
static u32 start_of(const ReportedCode& code, u32 i) { return i ? code.offsets[i] : 0; }

void Report::configure(bool perf, bool dump) {
  wants_perf_ = perf;
  wants_dump_ = dump;
  if (perf) perf_map_.open();
}

void Report::add(const ReportedCode& code) {
  if (wants_dump_) dump(code);
  if (!wants_perf_) return;
  std::vector<CodeLine> lines;
  for (u32 i = 0; i < code.offsets.size(); i++) lines.push_back({code.start + start_of(code, i), line_at(code.proto, i)});
  perf_map_.add(name_of(code.proto, code.tier), vm::view(code.proto->source), code.start, code.size, lines);
}

void Report::add(const ReportedRegion& region) {
  if (wants_dump_) dump(region);
  if (!wants_perf_) return;
  const std::string name = name_of(region.proto, "optimized");
  const std::string_view source = vm::view(region.proto->source);
  perf_map_.add(name, source, region.hot, region.compiled.hot_size, {});
  if (region.compiled.cold_size) perf_map_.add(name + " cold", source, region.cold, region.compiled.cold_size, {});
}

void Report::dump(const ReportedCode& code) const {
  std::string text = "; " + name_of(code.proto, code.tier) + ": " + std::to_string(code.size) + " bytes at " +
                     std::to_string(u64(code.start)) + "\n";
  u32 line = 0;
  for (u32 i = 0; i < code.offsets.size(); i++) {
    if (u32 here = line_at(code.proto, i); here != line) text += "; line " + std::to_string(line = here) + "\n";
    text += "; " + instruction_text(code.proto, i) + "\n";
    u32 end = i + 1 < code.offsets.size() ? code.offsets[i + 1] : code.hot_size;
    text += disassemble_machine_code(code.start + start_of(code, i), code.start + end);
  }
  text += "; cold\n" + disassemble_machine_code(code.start + code.hot_size, code.start + code.size);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// Each instruction behind the node it was made for.
void Report::dump(const ReportedRegion& region) const {
  std::unordered_map<u32, const ir::Node*> nodes;
  for (const ir::Block* block : region.function.blocks) {
    for (const ir::Node* n = block->first; n; n = n->next) nodes[n->id] = n;
  }
  const backend::CompiledRegion& compiled = region.compiled;
  std::string text = "; " + name_of(region.proto, "optimized") + " " + region.function.name + ": " +
                     std::to_string(compiled.hot_size) + " + " + std::to_string(compiled.cold_size) + " bytes\n";
  for (bool is_cold : {false, true}) {
    const char* start = is_cold ? region.cold : region.hot;
    const usize size = is_cold ? compiled.cold_size : compiled.hot_size;
    usize at = 0;
    if (is_cold) text += "; cold\n";
    for (const backend::CodeMapEntry& entry : compiled.map) {
      if (entry.is_cold != is_cold) continue;
      text += disassemble_machine_code(start + at, start + entry.offset);
      at = entry.offset;
      auto node = nodes.find(entry.node);
      if (node != nodes.end()) {
        text += "; b" + std::to_string(node->second->block->id) + " " + ir::print(*node->second) + "\n";
      }
    }
    text += disassemble_machine_code(start + at, start + size);
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace gs::jit
