#include "bytecode/operands.hpp"

#include <algorithm>
#include <cstring>

#include "base/assert.hpp"

namespace gs::bytecode {

namespace {

// A call at A has its link in A+1, `count` arguments from A+2, and one register more for the handler of __call.
void add_call_operands(Accesses& result, u32 a, u32 coded_count) {
  result.reads[0] = {a, 1};
  if (coded_count == 0) {
    result.reads_to_top = true;
    result.top_reads_from = a + 2;
    result.frame_end = a + 3;
  } else {
    result.reads[1] = {a + 2, coded_count - 1};
    result.frame_end = a + 2 + coded_count;
  }
}

void add_values_to_top(Accesses& result, u32 first, u32 coded_count) {
  if (coded_count == 0) {
    result.reads_to_top = true;
    result.top_reads_from = first;
  } else {
    result.reads[1] = {first, coded_count - 1};
  }
}

void clobber_from(Accesses& result, u32 first) {
  result.clobbers = true;
  result.clobbers_from = first;
}

// The registers the format's letters name.
void add_format_operands(Accesses& result, Instruction instruction) {
  const char* format = op_info(instruction.op()).format;
  const u32 fields[] = {instruction.a(), instruction.b(), instruction.c()};
  u32 reads = 0;
  u32 writes = 0;
  for (u32 i = 0; format[i] != 0 && i < 3; ++i) {
    const char role = format[i];
    if (role == 'r' || role == 'm') result.reads[reads++] = {fields[i], 1};
    if (role == 'w' || role == 'm') result.writes[writes++] = {fields[i], 1};
    if (role == 'r' || role == 'm' || role == 'w') result.frame_end = std::max(result.frame_end, fields[i] + 1);
  }
}

void cover(Accesses& result, RegisterRange range) {
  if (range.count != 0) result.frame_end = std::max(result.frame_end, range.first + range.count);
}

}  // namespace

Accesses accesses(const Function& function, Instruction instruction) {
  const bool is_object = instruction.op() == Op::NEWOBJECT;
  return accesses(instruction, is_object ? u32(function.constants[instruction.c()].fields.size()) : 0);
}

Accesses accesses(Instruction instruction, u32 template_fields) {
  Accesses result;
  add_format_operands(result, instruction);
  const u32 a = instruction.a();
  const u32 b = instruction.b();
  const u32 c = instruction.c();
  switch (instruction.op()) {
    case Op::LOADNIL:
      result.writes[0] = {a, b};
      break;
    case Op::NEWOBJECT:
      result.reads[0] = {b, template_fields};
      break;
    case Op::SETLIST:
      add_values_to_top(result, a + 1, b);
      break;
    case Op::METHOD:
      result.writes[1] = {a + 2, 1};
      break;
    case Op::CONCAT:
      result.reads[0] = {b, c};
      break;
    case Op::RANGEPREP:
      result.writes[0] = {a, 3};
      if (instruction.x() == 1) result.reads[0] = {};
      break;
    case Op::RANGENEXT:
      result.reads[0] = {a, 3};
      result.writes[0] = {a, 3};
      result.writes[1] = {a + 3, 2};
      clobber_from(result, a + 5);
      result.frame_end = a + 9;
      break;
    case Op::RANGETEST:
      result.reads[0] = {a, 4};
      result.writes[0] = {a, 3};
      break;
    case Op::CALL:
      result = {};
      add_call_operands(result, a, instruction.x());
      clobber_from(result, a);
      if (c == 0) {
        result.writes_to_top = true;
      } else {
        result.writes[0] = {a, c - 1};
      }
      break;
    case Op::DEFER:
    case Op::GO:
      add_call_operands(result, a, b);
      clobber_from(result, a);
      break;
    case Op::RETURN:
    case Op::RETURND:
      result.reads[0] = {};
      add_values_to_top(result, a, b);
      break;
    case Op::VARARG:
      if (b == 0) {
        result.writes[0] = {};
        result.writes_to_top = true;
        clobber_from(result, a);
      } else {
        result.writes[0] = {a, b - 1};
      }
      break;
    case Op::SPREAD:
      result.writes[0] = {};
      result.writes_to_top = true;
      clobber_from(result, a);
      break;
    case Op::MAKECHAN:
      if (instruction.x() == 1) result.reads[0] = {};
      break;
    case Op::RECV:
      if (instruction.x() == 1) result.writes[0] = {a, 2};
      break;
    case Op::SELECT:
      result.writes[0] = {a, 2};
      break;
    case Op::SELECTCASE:
      if (instruction.x() == 0) result.reads[1] = {};
      break;
    default:
      break;
  }
  for (const RegisterRange& range : result.reads) cover(result, range);
  for (const RegisterRange& range : result.writes) cover(result, range);
  return result;
}

bool has_role(Op op, char role) {
  return std::strchr(op_info(op).format, role) != nullptr;
}

bool ends_flow(Op op) {
  return op == Op::JMP || op == Op::LOOP || op == Op::RANGEPREP || (op >= Op::RETURN && op <= Op::RETURND);
}

bool is_comparison(Op op) {
  return op >= Op::JLT && op <= Op::JNGEI;
}
bool is_counted_loop(Op op) {
  return op >= Op::LOOPLT && op <= Op::LOOPGE;
}

Op opposite(Op op) {
  GS_ASSERT(is_comparison(op), "only comparisons have an opposite");
  static_assert(u8(Op::JNLT) == u8(Op::JLT) + 1 && u8(Op::JNE) == u8(Op::JEQ) + 1 && u8(Op::JNGEI) == u8(Op::JGEI) + 1);
  const u8 first = u8(Op::JLT);
  return Op(first + ((u8(op) - first) ^ 1));
}

}  // namespace gs::bytecode
