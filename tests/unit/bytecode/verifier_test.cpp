// The verifier rejects every corruption of a correct image that could lead an interpreter astray.
#include "bytecode/verifier.hpp"

#include <gtest/gtest.h>

#include "bytecode/disassembler.hpp"

namespace gs::bytecode {
namespace {

Function make_function(FunctionKind kind, u32 frame_size, std::vector<Instruction> code) {
  Function function;
  function.kind = kind;
  function.frame_size = frame_size;
  function.code = {Instruction::abc(Op::FUNC, frame_size, 0, 0)};
  function.code.insert(function.code.end(), code.begin(), code.end());
  function.lines.assign(function.code.size(), 1);
  return function;
}

Image make_image(u32 frame_size, std::vector<Instruction> code) {
  Image image;
  image.source_name = "test.gs";
  image.functions.push_back(make_function(FunctionKind::kMain, frame_size, std::move(code)));
  return image;
}

Instruction op(Op op, u32 a = 0, u32 b = 0, u32 c = 0, u32 x = 0) {
  return Instruction::abc(op, a, b, c, x);
}
Instruction wide(Op op, u32 a, i32 value) {
  return Instruction::a32(op, a, u32(value));
}

void expect_valid(const Image& image) {
  const VerifyResult result = verify(image);
  EXPECT_TRUE(result.ok) << result.message << "\n" << disassemble(image);
}

void expect_invalid(const Image& image, const std::string& part) {
  const VerifyResult result = verify(image);
  EXPECT_FALSE(result.ok);
  EXPECT_NE(result.message.find(part), std::string::npos) << result.message;
}

const Instruction kReturn = op(Op::RETURN0);

TEST(Verifier, AcceptsTheSimplest) {
  expect_valid(make_image(0, {kReturn}));
}

TEST(Verifier, RejectsAnEmptyImage) {
  expect_invalid({}, "no functions");
}

TEST(Verifier, RejectsRegistersBeyondTheFrame) {
  expect_invalid(make_image(1, {wide(Op::LOADINT, 1, 5), kReturn}), "beyond the frame");
  expect_invalid(make_image(3, {op(Op::LOADNIL, 1, 3), kReturn}), "beyond the frame");
  expect_invalid(make_image(2, {op(Op::LOADNIL, 0, 2), op(Op::GO, 0, 1), kReturn}), "beyond the frame");
}

TEST(Verifier, RejectsReadsOfUnwrittenRegisters) {
  expect_invalid(make_image(2, {op(Op::MOVE, 0, 1), kReturn}), "does not hold what is read");
  expect_invalid(make_image(2, {op(Op::LOADPRIM, 0), wide(Op::JF, 0, 1), op(Op::LOADPRIM, 1), op(Op::RETURN1, 1)}),
                 "does not hold what is read");
}

TEST(Verifier, RejectsBadJumps) {
  expect_invalid(make_image(1, {wide(Op::JMP, 0, 5)}), "jump out of the function");
  expect_invalid(make_image(1, {wide(Op::LOOP, 0, -2)}), "jump out of the function");
}

TEST(Verifier, RejectsFallingOffTheEnd) {
  expect_invalid(make_image(1, {wide(Op::LOADINT, 0, 5)}), "falls off the end");
}

TEST(Verifier, RejectsBadConstants) {
  Image image = make_image(1, {wide(Op::LOADK, 0, 0), kReturn});
  expect_invalid(image, "constant out of range");
  image.functions[0].constants.push_back({.kind = Constant::Kind::kGlobal, .text = "g"});
  expect_invalid(image, "wrong kind");
  image.functions[0].constants[0].kind = Constant::Kind::kString;
  expect_valid(image);
  image.functions[0].constants.push_back({.kind = Constant::Kind::kModuleVar, .integer = 0});
  expect_invalid(image, "module variable out of range");
}

TEST(Verifier, RejectsFunctionsInsideThemselves) {
  Image image = make_image(1, {kReturn});
  image.functions[0].constants.push_back({.kind = Constant::Kind::kFunction, .integer = 0});
  expect_invalid(image, "function out of range");
}

TEST(Verifier, RejectsBadFeedback) {
  Image image = make_image(1, {op(Op::LOADPRIM), op(Op::GETFIELD, 0, 0, 0), kReturn});
  expect_invalid(image, "feedback slot out of range");
  image.functions[0].feedback.push_back({});
  expect_invalid(image, "wrong kind");
  image.functions[0].feedback[0] = {.kind = FeedbackInit::Kind::kField, .key = 0};
  expect_invalid(image, "not a string constant");
  image.functions[0].constants.push_back({.kind = Constant::Kind::kString, .text = "x"});
  expect_valid(image);
}

TEST(Verifier, RejectsQuickenedAndUnknownOpcodes) {
  expect_invalid(make_image(1, {Instruction{0xff}, kReturn}), "not an opcode");
}

TEST(Verifier, RejectsMisplacedEntries) {
  expect_invalid(make_image(1, {op(Op::FUNC, 1), kReturn}), "the entry is the first instruction");
  Image image = make_image(1, {kReturn});
  image.functions[0].frame_size = 2;
  expect_invalid(image, "the entry does not fit");
  image.functions[0].frame_size = 1;
  image.functions[0].is_vararg = true;
  expect_invalid(image, "the entry does not fit");
}

TEST(Verifier, ChecksRangeLoops) {
  const auto loop = [](Instruction prep, Instruction next, Instruction test) {
    return make_image(9, {op(Op::LOADPRIM), prep, op(Op::MOVE, 4, 3), next, test, kReturn});
  };
  const Instruction prep = wide(Op::RANGEPREP, 0, 1);
  const Instruction next = op(Op::RANGENEXT, 0, 1, u32(-2));
  const Instruction test = op(Op::RANGETEST, 0, 0, u32(-3));
  expect_valid(loop(prep, next, test));
  expect_invalid(loop(wide(Op::RANGEPREP, 0, 0), next, test), "does not lead to its RANGENEXT");
  expect_invalid(loop(prep, next, op(Op::MOVE, 4, 4)), "without its RANGETEST");
  expect_invalid(loop(prep, op(Op::MOVE, 4, 4), test), "RANGE");
  expect_invalid(loop(prep, op(Op::RANGENEXT, 0, 1, 0), test), "into a group");
  expect_invalid(loop(prep, op(Op::RANGENEXT, 0, 3, u32(-2)), test), "too many loop variables");
  // The iterator's state is not an ordinary value.
  expect_invalid(make_image(9, {op(Op::LOADPRIM), prep, op(Op::MOVE, 4, 0), next, test, kReturn}), "does not hold");
  // Nor can an ordinary value pose as one.
  expect_invalid(make_image(9, {op(Op::LOADNIL, 0, 9), next, test, kReturn}), "");
}

TEST(Verifier, ChecksValuesToTheTop) {
  Image image = make_image(8, {op(Op::LOADNIL, 0, 3), op(Op::CALL, 2, 0, 0, 1), op(Op::CALL, 0, 0, 1, 0), kReturn});
  image.functions[0].feedback.push_back({});
  expect_valid(image);
  Image no_producer = image;
  no_producer.functions[0].code[2].set_c(1);
  expect_invalid(no_producer, "no values to the top");
  Image no_taker = image;
  no_taker.functions[0].code[3].set_x(1);
  expect_invalid(no_taker, "not taken");
  Image below = make_image(8, {op(Op::LOADNIL, 0, 3), op(Op::CALL, 1, 0, 0, 1), op(Op::CALL, 0, 0, 1, 0), kReturn});
  below.functions[0].feedback.push_back({});
  expect_invalid(below, "below the first value");
}

TEST(Verifier, ChecksSelect) {
  const auto select = [](u32 count) {
    return make_image(4, {op(Op::LOADPRIM), op(Op::SELECT, 1, count), op(Op::SELECTCASE, 0, 0, 0), op(Op::RETURN1, 1)});
  };
  expect_valid(select(1));
  expect_invalid(select(2), "SELECT without its cases");
  expect_invalid(select(0), "SELECTCASE outside SELECT");
}

TEST(Verifier, ChecksCells) {
  Image image = make_image(2, {op(Op::LOADPRIM), op(Op::NEWCELL, 0, 0), op(Op::GETCELL, 1, 0, 0), op(Op::RETURN1, 1)});
  image.functions[0].constants.push_back({.kind = Constant::Kind::kString, .text = "x"});
  expect_valid(image);
  Image as_value = image;
  as_value.functions[0].code[3] = op(Op::MOVE, 1, 0);
  expect_invalid(as_value, "does not hold");
  Image not_a_cell = image;
  not_a_cell.functions[0].code[2] = op(Op::MOVE, 0, 0);
  expect_invalid(not_a_cell, "does not hold");
}

TEST(Verifier, ChecksCaptures) {
  Image image = make_image(2, {op(Op::LOADPRIM), wide(Op::CLOSURE, 1, 0), kReturn});
  image.functions[0].constants.push_back({.kind = Constant::Kind::kFunction, .integer = 1});
  image.functions.push_back(make_function(FunctionKind::kFunction, 1, {op(Op::GETUPVAL, 0, 0), op(Op::RETURN1, 0)}));
  expect_invalid(image, "captured value out of range");
  image.functions[1].captures.push_back({.from_register = true, .index = 0, .name = "x"});
  expect_valid(image);
  image.functions[1].captures[0].index = 2;
  expect_invalid(image, "a capture is out of range");
  image.functions[1].captures[0] = {.from_register = false, .index = 0, .name = "x"};
  expect_invalid(image, "a capture is out of range");
  image.functions[1].captures[0] = {.from_register = true, .index = 0, .name = "x"};
  image.functions[1].constants.push_back({.kind = Constant::Kind::kString, .text = "x"});
  image.functions[1].code[1] = op(Op::GETUPCELL, 0, 0, 0);
  expect_invalid(image, "does not hold what the closure expects");
}

TEST(Verifier, ChecksReturnsOfDeferringFunctions) {
  Image image = make_image(4, {kReturn});
  image.functions[0].has_defer = true;
  expect_invalid(image, "RETURND");
  image.functions[0].code[1] = op(Op::RETURND, 0, 1);
  expect_valid(image);
}

}  // namespace
}  // namespace gs::bytecode
