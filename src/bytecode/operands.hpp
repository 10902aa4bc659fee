// Facts about single instructions that the formats of defs/opcodes.def do not say: which runs of registers they read
// and write, whether control goes on behind them. Read by the builder, the verifier and liveness analyses.
#pragma once

#include "bytecode/image.hpp"

namespace gs::bytecode {

struct RegisterRange {
  u32 first = 0;
  u32 count = 0;
};

struct Accesses {
  RegisterRange reads[3];     // unused ones are empty
  RegisterRange writes[2];    // on some or every way out of the instruction
  bool reads_to_top = false;  // also reads from top_reads_from up to the top
  u32 top_reads_from = 0;
  bool writes_to_top = false;  // leaves values from register A on, and a new top
  bool clobbers = false;       // registers from clobbers_from on hold nothing afterwards, its writes excepted
  u32 clobbers_from = 0;
  u32 frame_end = 0;  // the smallest frame that has every register the instruction may touch
};

// `instruction` must have valid constant operands. Registers read by CLOSURE are those its function's captures name,
// and are not listed.
Accesses accesses(const Function& function, Instruction instruction);
// The same where there is no image: `template_fields` is the number of fields of a NEWOBJECT's template. Base forms only.
Accesses accesses(Instruction instruction, u32 template_fields);

bool has_role(Op op, char role);  // whether the format of op has the role letter
bool ends_flow(Op op);            // control never reaches the next instruction
bool is_comparison(Op op);        // JLT .. JNGEI: has an opposite
bool is_counted_loop(Op op);      // LOOPLT .. LOOPGE
Op opposite(Op op);               // the comparison that jumps exactly when op does not

}  // namespace gs::bytecode
