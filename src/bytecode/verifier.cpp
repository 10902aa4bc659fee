#include "bytecode/verifier.hpp"

#include <algorithm>

#include "bytecode/operands.hpp"
#include "bytecode/verify_flow.hpp"

namespace gs::bytecode {

namespace {

using Uses = std::vector<std::vector<CaptureUse>>;

u32 kind_bit(Constant::Kind kind) {
  return 1u << u32(kind);
}

// The constants an opcode with a k or K operand accepts.
u32 accepted_constants(Op op) {
  using Kind = Constant::Kind;
  const u32 numbers = kind_bit(Kind::kInt) | kind_bit(Kind::kFloat);
  if (op == Op::LOADK || op == Op::JEQK || op == Op::JNEK) return numbers | kind_bit(Kind::kString);
  if (op >= Op::GETGLOBAL && op <= Op::DEFGLOBAL) return kind_bit(Kind::kGlobal) | kind_bit(Kind::kModuleVar);
  if (op == Op::CLOSURE) return kind_bit(Kind::kFunction);
  if (op == Op::NEWOBJECT) return kind_bit(Kind::kTemplate);
  if (op >= Op::ADDK && op <= Op::POWK) return numbers;
  if (op >= Op::BANDK && op <= Op::SHRK) return kind_bit(Kind::kInt);
  return kind_bit(Kind::kString);  // variable names of the cell instructions
}

// The largest X an opcode gives a meaning to. Branch feedback in X starts at 0.
u32 max_x(Op op) {
  if (op == Op::SETLIST || op == Op::CALL || is_counted_loop(op)) return 255;
  if (op == Op::ADDI || op == Op::ADDK || op == Op::MULK) return kConstantOnLeft;
  static constexpr Op kFlagged[] = {Op::DEFGLOBAL, Op::SETUPCELL, Op::SETCELL, Op::RANGEPREP,
                                    Op::MAKECHAN,  Op::RECV,      Op::SELECT,  Op::SELECTCASE};
  return std::ranges::find(kFlagged, op) != std::end(kFlagged) ? 1 : 0;
}

class FunctionVerifier {
 public:
  FunctionVerifier(const Image& image, u32 index, Uses& uses)
      : image_(image), index_(index), function_(image.functions[index]), uses_(uses) {}

  // The first violation, or "".
  std::string run() {
    check_function();
    for (u32 i = 0; message_.empty() && i < function_.code.size(); ++i) {
      at_ = i;
      check_instruction();
    }
    if (!message_.empty()) return message_;
    at_ = u32(function_.code.size()) - 1;
    expect(ends_flow(code(at_).op()), "control falls off the end");
    gather_capture_uses();
    if (!message_.empty()) return message_;
    const FlowError flow = verify_flow(image_, function_, uses_);
    at_ = flow.at;
    if (flow.found) fail(flow.message);
    return message_;
  }

 private:
  Instruction code(u32 at) const { return function_.code[at]; }

  void fail(const std::string& message) {
    if (!message_.empty()) return;
    message_ = "function " + std::to_string(index_) + ", instruction " + std::to_string(at_);
    if (at_ < function_.code.size() && code(at_).op() < Op::kCount) {
      message_ += std::string(" (") + op_info(code(at_).op()).name + ")";
    }
    message_ += ": " + message;
  }

  bool expect(bool holds, const char* message) {
    if (!holds) fail(message);
    return holds;
  }

  void check_function() {
    const bool is_chunk = index_ == 0;
    expect(is_chunk == (function_.kind != FunctionKind::kFunction), "only function 0 is a chunk");
    expect(!is_chunk || function_.captures.empty(), "a chunk captures nothing");
    expect(function_.code.size() >= 2 && function_.code.size() == function_.lines.size(),
           "code and lines do not match");
    expect(function_.frame_size <= 0xffff && function_.parameters <= function_.frame_size, "frame size out of range");
    expect(function_.captures.size() <= 0x10000, "too many captures");
    for (const Constant& constant : function_.constants) check_constant(constant);
    for (const FeedbackInit& init : function_.feedback) {
      if (init.kind != FeedbackInit::Kind::kField) continue;
      expect(init.key < function_.constants.size() && function_.constants[init.key].kind == Constant::Kind::kString,
             "a field slot's key is not a string constant");
    }
  }

  // Inner functions stand behind their outer one, so that loading and verifying end.
  void check_constant(const Constant& constant) {
    if (constant.kind == Constant::Kind::kFunction) {
      expect(constant.integer > i64(index_) && constant.integer < i64(image_.functions.size()),
             "function out of range");
    } else if (constant.kind == Constant::Kind::kModuleVar) {
      expect(constant.integer >= 0 && constant.integer < i64(image_.module_vars.size()),
             "module variable out of range");
    }
  }

  void check_instruction() {
    const Op op = code(at_).op();
    if (!expect(op < Op::kCount && op_info(op).base == op, "not an opcode of compiled code")) return;
    const bool is_entry = op == Op::FUNC || op == Op::FUNCV;
    if (!expect(is_entry == (at_ == 0), "the entry is the first instruction and only that")) return;
    if (is_entry) return check_entry();
    expect(code(at_).x() <= max_x(op), "X is out of range");
    const char* format = op_info(op).format;
    for (u32 field = 0; format[field] != 0; ++field) check_operand(format[field], field);
    if (!message_.empty()) return;
    expect(accesses(function_, code(at_)).frame_end <= function_.frame_size, "register beyond the frame");
    check_counts();
    check_group();
    check_top();
  }

  void check_entry() {
    expect((code(0).op() == Op::FUNCV) == function_.is_vararg, "the entry does not fit the function");
    expect(code(0).a() == function_.frame_size && code(0).b() == function_.parameters,
           "the entry does not fit the function");
    expect(code(0).x() == 0 && code(0).c() == 0, "the entry has unused operands set");
  }

  void check_operand(char role, u32 field) {
    const u32 narrow[] = {code(at_).a(), code(at_).b(), code(at_).c()};
    switch (role) {
      case 'k':
        return check_constant_operand(narrow[field]);
      case 'K':
        return check_constant_operand(code(at_).wide());
      case 'u':
        expect(narrow[field] < function_.captures.size(), "captured value out of range");
        return;
      case 'f':
        return check_feedback(narrow[field]);
      case 'j':
        return check_target(i64(at_) + 1 + code(at_).sc());
      case 'J':
        return check_target(i64(at_) + 1 + code(at_).swide());
      default:
        return;
    }
  }

  void check_constant_operand(u32 index) {
    expect(index < function_.constants.size() &&
               (accepted_constants(code(at_).op()) & kind_bit(function_.constants[index].kind)) != 0,
           "constant out of range or of the wrong kind");
  }

  void check_feedback(u32 slot) {
    const auto kind = code(at_).op() == Op::CALL ? FeedbackInit::Kind::kCall : FeedbackInit::Kind::kField;
    expect(slot < function_.feedback.size() && function_.feedback[slot].kind == kind,
           "feedback slot out of range or of the wrong kind");
  }

  void check_target(i64 target) {
    if (!expect(target >= 1 && target < i64(function_.code.size()), "jump out of the function")) return;
    const Op op = code(u32(target)).op();
    expect(op != Op::RANGETEST && op != Op::SELECTCASE, "jump into a group of instructions");
    is_target_.resize(function_.code.size());
    is_target_[usize(target)] = true;
  }

  void check_counts() {
    const Instruction instruction = code(at_);
    switch (instruction.op()) {
      case Op::LOADPRIM:
        expect(instruction.b() <= 3, "no such primitive");
        break;
      case Op::JEQP:
      case Op::JNEP:
        expect(instruction.b() <= 2, "no such primitive");
        break;
      case Op::LOADNIL:
        expect(instruction.b() >= 1, "empty range");
        break;
      case Op::CONCAT:
        expect(instruction.c() >= 2, "too few operands");
        break;
      case Op::RANGENEXT:
        expect(instruction.b() <= 2, "too many loop variables");
        break;
      case Op::VARARG:
      case Op::VARARGCOUNT:
      case Op::VARARGGET:
      case Op::VARARGTABLE:
        expect(function_.is_vararg, "not a vararg function");
        break;
      case Op::DEFER:
      case Op::RETURND:
        expect(function_.has_defer, "not a function that defers");
        break;
      case Op::RETURN:
      case Op::RETURN0:
      case Op::RETURN1:
        expect(!function_.has_defer, "a function that defers returns with RETURND");
        break;
      default:
        break;
    }
  }

  Op op_at(u32 at) const { return at < function_.code.size() ? code(at).op() : Op::kCount; }

  void check_group() {
    const Instruction instruction = code(at_);
    const Op op = instruction.op();
    if (op == Op::RANGEPREP) {
      expect(instruction.x() == 0 || function_.is_vararg, "not a vararg function");
      const Instruction next = code(u32(i64(at_) + 1 + instruction.swide()));
      expect(next.op() == Op::RANGENEXT && next.a() == instruction.a(), "RANGEPREP does not lead to its RANGENEXT");
    } else if (op == Op::RANGENEXT) {
      expect(op_at(at_ + 1) == Op::RANGETEST && code(at_ + 1).a() == instruction.a(),
             "RANGENEXT without its RANGETEST");
    } else if (op == Op::RANGETEST) {
      expect(op_at(at_ - 1) == Op::RANGENEXT, "RANGETEST without its RANGENEXT");
    } else if (op == Op::SELECT) {
      cases_end_ = at_ + 1 + instruction.b();
      for (u32 i = at_ + 1; i < cases_end_; ++i) expect(op_at(i) == Op::SELECTCASE, "SELECT without its cases");
    } else if (op == Op::SELECTCASE) {
      expect(at_ < cases_end_, "SELECTCASE outside SELECT");
      expect(instruction.x() == 1 || instruction.b() == instruction.a(), "a receive case has B = A");
    }
  }

  bool takes_top(u32 at) const {
    return op_at(at) != Op::kCount && at != 0 && accesses(function_, code(at)).reads_to_top;
  }

  // The top lives from a producer to the consumer directly behind it, and lies beyond the consumer's first value.
  void check_top() {
    const Accesses access = accesses(function_, code(at_));
    if (access.writes_to_top) {
      const Op next = op_at(at_ + 1);
      expect(next == Op::CALL || next == Op::RETURN || next == Op::RETURND || next == Op::SETLIST ||
                 next == Op::DEFER || next == Op::GO,
             "values to the top are not taken by the next instruction");
      expect(message_.empty() && takes_top(at_ + 1), "values to the top are not taken by the next instruction");
    }
    if (access.reads_to_top) {
      expect(at_ > 1 && accesses(function_, code(at_ - 1)).writes_to_top, "no values to the top before");
      expect(code(at_ - 1).a() >= access.top_reads_from, "the top is below the first value");
      top_takers_.push_back(at_);
    }
  }

  void note_use(u32 slot, CaptureUse use) {
    CaptureUse& known = uses_[index_][slot];
    expect(use == CaptureUse::kNone || known == CaptureUse::kNone || known == use,
           "a captured slot is used both as value and as cell");
    if (use != CaptureUse::kNone) known = use;
  }

  void gather_capture_uses() {
    is_target_.resize(function_.code.size());
    for (const u32 at : top_takers_) expect(!is_target_[at], "jump between values to the top and their taker");
    for (at_ = 0; at_ < function_.code.size(); ++at_) {
      const Instruction instruction = code(at_);
      if (instruction.op() == Op::GETUPVAL) note_use(instruction.b(), CaptureUse::kValue);
      if (instruction.op() == Op::GETUPCELL) note_use(instruction.b(), CaptureUse::kCell);
      if (instruction.op() == Op::SETUPCELL) note_use(instruction.a(), CaptureUse::kCell);
      if (instruction.op() == Op::CLOSURE) check_closure(usize(function_.constants[instruction.wide()].integer));
    }
  }

  void check_closure(usize child) {
    const std::vector<Capture>& captures = image_.functions[child].captures;
    for (usize i = 0; i < captures.size(); ++i) {
      const usize limit = captures[i].from_register ? function_.frame_size : function_.captures.size();
      if (!expect(captures[i].index < limit, "a capture is out of range")) return;
      if (!captures[i].from_register) note_use(captures[i].index, uses_[child][i]);
    }
  }

  const Image& image_;
  u32 index_;
  const Function& function_;
  Uses& uses_;
  u32 at_ = 0;
  u32 cases_end_ = 0;
  std::vector<bool> is_target_;
  std::vector<u32> top_takers_;
  std::string message_;
};

}  // namespace

// From the last function to the first: inner functions come later, and their uses of captures decide what the closure
// instructions of outer ones must hand over.
VerifyResult verify(const Image& image) {
  if (image.functions.empty()) return {false, "no functions"};
  Uses uses(image.functions.size());
  for (usize i = 0; i < uses.size(); ++i) uses[i].assign(image.functions[i].captures.size(), CaptureUse::kNone);
  for (usize i = image.functions.size(); i-- > 0;) {
    const std::string message = FunctionVerifier(image, u32(i), uses).run();
    if (!message.empty()) return {false, message};
  }
  return {};
}

}  // namespace gs::bytecode
