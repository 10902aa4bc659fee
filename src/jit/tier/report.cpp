#include "jit/tier/report.hpp"

#include <cstdio>

#include "bytecode/opcode.hpp"
#include "vm/object/string.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::jit {

namespace {

std::string name_of(const ReportedCode& code) {
  const vm::Prototype* proto = code.proto;
  std::string name = proto->name && proto->name->length ? std::string(vm::view(proto->name)) : "anonymous";
  return name + " " + std::string(vm::view(proto->source)) + ":" + std::to_string(proto->line) + " [" + code.tier + "]";
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

void Report::configure(bool perf, bool dump) {
  wants_perf_ = perf;
  wants_dump_ = dump;
  if (perf) perf_map_.open();
}

void Report::add(const ReportedCode& code) {
  if (wants_dump_) dump(code);
  if (!wants_perf_) return;
  std::vector<CodeLine> lines;
  for (u32 i = 0; i < code.offsets.size(); i++) lines.push_back({code.start + code.offsets[i], line_at(code.proto, i)});
  perf_map_.add(name_of(code), vm::view(code.proto->source), code.start, code.size, lines);
}

void Report::dump(const ReportedCode& code) const {
  std::string text = "; " + name_of(code) + ": " + std::to_string(code.size) + " bytes at " +
                     std::to_string(u64(code.start)) + "\n";
  u32 line = 0;
  for (u32 i = 0; i < code.offsets.size(); i++) {
    if (u32 here = line_at(code.proto, i); here != line) text += "; line " + std::to_string(line = here) + "\n";
    text += "; " + instruction_text(code.proto, i) + "\n";
    u32 end = i + 1 < code.offsets.size() ? code.offsets[i + 1] : code.hot_size;
    text += disassemble_machine_code(code.start + code.offsets[i], code.start + end);
  }
  text += "; cold\n" + disassemble_machine_code(code.start + code.hot_size, code.start + code.size);
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace gs::jit
