#include "bytecode/disassembler.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "bytecode/operands.hpp"

namespace gs::bytecode {

namespace {

std::string escaped(const std::string& text) {
  constexpr usize kMaxShown = 40;
  std::string result;
  for (const char c : text.substr(0, kMaxShown)) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (u8(c) < 0x20 || u8(c) == 0x7f) {
      char code[8];
      std::snprintf(code, sizeof code, "\\x%02x", u8(c));
      result += code;
    } else {
      result += c;
    }
  }
  return text.size() > kMaxShown ? result + "..." : result;
}

std::string quoted(const std::string& text) {
  return "\"" + escaped(text) + "\"";
}

std::string float_text(f64 value) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  std::string text(buffer, end);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string function_title(const Function& function) {
  switch (function.kind) {
    case FunctionKind::kMain:
      return "main chunk";
    case FunctionKind::kModule:
      return "module";
    case FunctionKind::kChunk:
      return "chunk";
    case FunctionKind::kFunction:
      break;
  }
  return function.name.empty() ? "anonymous" : "'" + function.name + "'";
}

std::string constant_text(const Image& image, const Constant& constant) {
  switch (constant.kind) {
    case Constant::Kind::kInt:
      return std::to_string(constant.integer);
    case Constant::Kind::kFloat:
      return float_text(constant.number);
    case Constant::Kind::kString:
      return quoted(constant.text);
    case Constant::Kind::kGlobal:
      return constant.text;
    case Constant::Kind::kModuleVar:
      return "module " + image.module_vars[usize(constant.integer)];
    case Constant::Kind::kFunction:
      return "function " + std::to_string(constant.integer) + " " +
             function_title(image.functions[usize(constant.integer)]);
    case Constant::Kind::kTemplate:
      break;
  }
  std::string text = "{";
  for (const std::string& field : constant.fields) text += (text.size() > 1 ? ", " : "") + field;
  return text + "}";
}

class Line {
 public:
  Line(const Image& image, const Function& function, u32 index)
      : image_(image), function_(function), index_(index), instruction_(function.code[index]) {}

  std::string text() {
    const OpInfo& info = op_info(instruction_.op());
    const i64 narrow[] = {instruction_.a(), instruction_.b(), instruction_.c()};
    const i64 narrow_signed[] = {0, instruction_.sb(), instruction_.sc()};
    text_ = info.name;
    text_.resize(std::max<usize>(text_.size() + 1, 12), ' ');
    for (int i = 0; info.format[i] != 0 && i < 3; ++i) {
      const char role = info.format[i];
      const bool is_wide = role == 'K' || role == 'S' || role == 'J';
      const bool is_signed = role == 'i' || role == 'j';
      operand(role, is_wide ? (role == 'K' ? i64(instruction_.wide()) : instruction_.swide())
                            : (is_signed ? narrow_signed[i] : narrow[i]));
    }
    if (is_counted_loop(instruction_.op())) {
      word("x=" + std::to_string(instruction_.sx()));
    } else if (instruction_.x() != 0) {
      word("x=" + std::to_string(instruction_.x()));
    }
    if (!note_.empty()) text_ += "  ; " + note_;
    return text_;
  }

 private:
  void word(const std::string& word) { text_ += (text_.back() == ' ' ? "" : " ") + word; }
  void note(const std::string& note) { note_ += (note_.empty() ? "" : ", ") + note; }

  void operand(char role, i64 value) {
    const std::string number = std::to_string(value);
    switch (role) {
      case 'r':
      case 'w':
      case 'm':
        return word("r" + number);
      case 'k':
      case 'K':
        note(constant_text(image_, function_.constants[usize(value)]));
        return word("k" + number);
      case 'u':
        note(function_.captures[usize(value)].name);
        return word("u" + number);
      case 'f':
        return feedback(value);
      case 'j':
      case 'J':
        return word("-> " + std::to_string(i64(index_) + 1 + value));
      case 'i':
      case 'S':
      case 'n':
        return word(number);
      default:
        return;
    }
  }

  void feedback(i64 slot) {
    const FeedbackInit& init = function_.feedback[usize(slot)];
    if (init.kind == FeedbackInit::Kind::kField) note("." + escaped(function_.constants[init.key].text));
    word("f" + std::to_string(slot));
  }

  const Image& image_;
  const Function& function_;
  u32 index_;
  Instruction instruction_;
  std::string text_;
  std::string note_;
};

}  // namespace

std::string disassemble_instruction(const Image& image, const Function& function, u32 index) {
  std::string text = Line(image, function, index).text();
  while (text.back() == ' ') text.pop_back();
  return text;
}

std::string disassemble(const Image& image, const Function& function) {
  std::string text = "function " + std::to_string(&function - image.functions.data()) + ": " + function_title(function);
  text += function.kind == FunctionKind::kFunction ? " at " + image.source_name + ":" + std::to_string(function.line)
                                                   : " " + image.source_name;
  text +=
      ", " + std::to_string(function.frame_size) + " registers, " + std::to_string(function.parameters) + " parameters";
  if (function.is_vararg) text += ", vararg";
  if (function.has_defer) text += ", defers";
  text += "\n";
  for (usize i = 0; i < function.captures.size(); ++i) {
    const Capture& capture = function.captures[i];
    text += "  u" + std::to_string(i) + " = " + (capture.from_register ? "r" : "u") + std::to_string(capture.index) +
            " of the enclosing function  ; " + capture.name + "\n";
  }
  for (u32 i = 0; i < function.code.size(); ++i) {
    char place[32];
    std::snprintf(place, sizeof place, "%5u  [%u]  ", i, function.lines[i]);
    text += place + disassemble_instruction(image, function, i) + "\n";
  }
  return text;
}

std::string disassemble(const Image& image) {
  std::string text;
  for (const Function& function : image.functions) {
    if (!text.empty()) text += "\n";
    text += disassemble(image, function);
  }
  return text;
}

}  // namespace gs::bytecode
