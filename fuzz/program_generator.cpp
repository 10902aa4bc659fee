// The generator: a recursive descent over the grammar that writes text. It keeps the names in scope with the kind of
// value they (usually) hold; in some programs an expression now and then is of another kind, so that errors and slow paths
// are met too. Kernels are the loops over arrays that optimizers are made for.
#include "program_generator.hpp"

#include <array>
#include <vector>

namespace gs::fuzz {

namespace {

enum class Kind { kInt, kFloat, kBool, kString, kArray, kObject, kFunction, kCount };

struct Variable {
  std::string name;
  Kind kind;
  bool assignable;
};

struct FunctionSketch {
  std::string name;
  std::vector<Kind> parameters;
  Kind result;
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 0x1234567) {}

  std::string run() {
    surprises_ = std::array{0u, 0u, 0u, 1u, 3u}[below(5)];
    prelude();
    unsigned globals = 2 + below(4);
    for (unsigned i = 0; i < globals; i++) {
      Kind kind = data_kind();
      std::string name = "g" + std::to_string(i);
      line(name + " := " + literal(kind));
      variables_.push_back({name, kind, true});
    }
    unsigned functions = 2 + below(5);
    for (unsigned i = 0; i < functions; i++) function(i);
    unsigned actions = 2 + below(4);
    for (unsigned i = 0; i < actions; i++) action(i);
    for (const Variable& v : variables_) line("print(\"" + v.name + "\", show(" + v.name + ", 2))");
    return text_;
  }

 private:
  // --- randomness: splitmix64, so that programs do not depend on the standard library's distributions
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  unsigned below(unsigned n) { return unsigned(next() % n); }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <std::size_t N>
  std::string pick(const std::array<const char*, N>& choices) {
    return choices[below(N)];
  }
  Kind data_kind() { return Kind(below(6)); }
  Kind number_kind() { return chance(60) ? Kind::kInt : Kind::kFloat; }

  // --- text
  void line(const std::string& s) { text_ += std::string(indent_ * 2, ' ') + s + "\n"; }
  void open(const std::string& s) {
    line(s + " {");
    indent_++;
  }
  void close(const std::string& rest = "") {
    indent_--;
    line("}" + rest);
  }

  void prelude() {
    text_ +=
        "fuel := 1500\n"
        "func show(v, depth) {\n"
        "  t := type(v)\n"
        "  if t == \"function\" { return \"function\" }\n"
        "  if t != \"table\" { return tostring(v) }\n"
        "  if depth == 0 { return \"{}\" }\n"
        "  out, count := \"{\", 0\n"
        "  for k, e := range pairs(v) {\n"
        "    count++\n"
        "    if count > 12 { break }\n"
        "    out = out .. show(k, 0) .. \"=\" .. show(e, depth - 1) .. \" \"\n"
        "  }\n"
        "  return out .. \"}#\" .. tostring(rawlen(v))\n"
        "}\n"
        "Meta := {total: 0}\n"
        "Meta.__index = Meta\n"
        "Meta.grow = func(self, by) { self.x = self.x + by; return self.x }\n"
        "Meta.size = func(self) { return self.x + self.y }\n"
        "Meta.__add = func(a, b) { return 7 }\n"
        "Meta.__eq = func(a, b) { return rawget(a, \"x\") == rawget(b, \"x\") }\n"
        "Meta.__lt = func(a, b) { return a.x < b.x }\n"
        "func object(x, y) { return setmetatable({x: x, y: y}, Meta) }\n"
        "func sum(...) {\n"
        "  s := 0\n"
        "  for i := 1; i <= select(\"#\", ...); i++ { s += select(i, ...) }\n"
        "  return s\n"
        "}\n"
        "func sum_more(...) { return sum(1, ...) }\n"
        "func swapped(a, b) { return b, a }\n"
        "func first_of(a, b) { x, y := swapped(a, b); return y - x }\n"
        "func fib(n) { if n < 2 { return n }; return fib(n - 1) + fib(n - 2) }\n"
        "func counted(n) {\n"
        "  g := coroutine.wrap(func() { for i := 1; i <= n; i++ { coroutine.yield(i) } })\n"
        "  s := 0\n"
        "  for { v := g(); if v == nil { break }; s += v }\n"
        "  return s\n"
        "}\n"
        "func classify(n) {\n"
        "  switch n % 5 {\n"
        "  case 0: return 10\n"
        "  case 1, 2: return 20 + n % 3\n"
        "  default: return n\n"
        "  }\n"
        "}\n"
        "func hash(s) { h := 7; for i := 1; i <= #s; i++ { h = (h * 31 + string.byte(s, i)) % 65521 }; return h }\n"
        "func counter() { n := 0; return func(d) { n += d; return n } }\n"
        "ticks := counter()\n";
    functions_.push_back({"object", {Kind::kInt, Kind::kInt}, Kind::kObject});
    functions_.push_back({"sum", {Kind::kInt, Kind::kInt, Kind::kInt}, Kind::kInt});
    functions_.push_back({"sum_more", {Kind::kInt, Kind::kFloat}, Kind::kFloat});
    functions_.push_back({"first_of", {Kind::kInt, Kind::kInt}, Kind::kInt});
    functions_.push_back({"classify", {Kind::kInt}, Kind::kInt});
    functions_.push_back({"hash", {Kind::kString}, Kind::kInt});
    functions_.push_back({"ticks", {Kind::kInt}, Kind::kInt});
  }

  // --- expressions
  std::string int_literal() {
    switch (below(12)) {
      case 0: return std::to_string(below(1000000));
      case 1: return "0x7fffffff";
      case 2: return "140737488355327";        // the largest inline int
      case 3: return "(-140737488355328)";     // the smallest
      case 4: return "9223372036854775807";
      case 5: return "(-" + std::to_string(below(300)) + ")";
      default: return std::to_string(below(20));
    }
  }
  std::string float_literal() {
    return pick(std::array{"0.0", "1.0", "0.5", "2.25", "(-3.75)", "1e10", "1e300", "(-0.0)", "3.0", "100.125", "(0.0 / 0.0)", "1e-3"});
  }
  std::string string_literal() {
    return pick(std::array{"\"\"", "\"a\"", "\"abc\"", "\"12\"", "\"x\"", "\"y\"", "\"3.5\"", "\"longer text that is not interned at all, 48\""});
  }
  std::string literal(Kind kind) {
    switch (kind) {
      case Kind::kInt: return int_literal();
      case Kind::kFloat: return float_literal();
      case Kind::kBool: return chance(50) ? "true" : "false";
      case Kind::kString: return string_literal();
      case Kind::kArray: {
        std::string s = "{";
        Kind element = chance(80) ? number_kind() : data_kind();
        if (element == Kind::kArray || element == Kind::kObject) element = Kind::kString;
        for (unsigned i = 0, n = below(7); i < n; i++) s += (i ? ", " : "") + literal(element);
        return s + "}";
      }
      case Kind::kObject:
        return chance(60) ? "object(" + literal(number_kind()) + ", " + literal(number_kind()) + ")"
                          : "{x: " + literal(number_kind()) + ", y: " + literal(number_kind()) +
                                (chance(40) ? ", n: " + literal(data_kind_flat()) : std::string()) + "}";
      default: return "func(a) { return a }";
    }
  }
  Kind data_kind_flat() { return Kind(below(4)); }

  std::string variable_of(Kind kind) {
    for (int attempt = 0; attempt < 6; attempt++) {
      if (variables_.empty()) break;
      const Variable& v = variables_[below(unsigned(variables_.size()))];
      if (v.kind == kind) return v.name;
    }
    return "";
  }

  std::string expression(Kind kind, int depth) {
    if (chance(surprises_)) kind = data_kind();
    if (depth <= 0 || chance(20)) {
      std::string name = variable_of(kind);
      if (!name.empty() && chance(85)) return name;
      return literal(kind);
    }
    if (chance(8)) {
      std::string call = call_of(kind, depth);
      if (!call.empty()) return call;
    }
    switch (kind) {
      case Kind::kInt: return int_expression(depth - 1);
      case Kind::kFloat: return float_expression(depth - 1);
      case Kind::kBool: return condition(depth - 1);
      case Kind::kString: return string_expression(depth - 1);
      case Kind::kObject: {
        if (chance(15)) return "(" + condition(depth - 1) + " && " + expression(Kind::kObject, 0) + " || " + literal(kind) + ")";
        break;
      }
      default: break;
    }
    std::string name = variable_of(kind);
    return name.empty() ? literal(kind) : name;
  }

  std::string int_expression(int depth) {
    auto sub = [&] { return expression(Kind::kInt, depth); };
    switch (below(20)) {
      case 0: case 1: case 2: return "(" + sub() + " + " + sub() + ")";
      case 3: case 4: return "(" + sub() + " - " + sub() + ")";
      case 5: return "(" + sub() + " * " + sub() + ")";
      case 6: return "(" + sub() + " % " + (chance(70) ? std::to_string(1 + below(100)) : sub()) + ")";
      case 7: return "(" + sub() + pick(std::array{" & ", " | ", " ^ ", " &^ "}) + sub() + ")";
      case 8: return "(" + sub() + pick(std::array{" << ", " >> "}) + std::to_string(below(70)) + ")";
      case 9: return "#" + atom(chance(50) ? Kind::kArray : Kind::kString);
      case 10: return "(" + sub() + " + " + std::to_string(below(1000)) + ")";
      case 11: return "math.floor(" + expression(Kind::kFloat, depth) + ")";
      case 12: return "(" + sub() + " / " + sub() + ")";
      case 13: return "(-" + sub() + ")";
      case 14: return "(" + expression(Kind::kArray, 0) + ")[" + expression(Kind::kInt, 0) + "]";
      case 15: return pick(std::array{"math.max", "math.min"}) + "(" + sub() + ", " + sub() + ")";
      case 16: return "(" + expression(Kind::kObject, 0) + ")." + pick(std::array{"x", "y", "n"});
      case 18: return (chance(70) ? "fib(" : "counted(") + std::to_string(below(9)) + ")";
      case 17: return "string.byte(" + expression(Kind::kString, 0) + ", " + std::to_string(1 + below(3)) + ")";
      default: return "(" + condition(depth) + " && " + sub() + " || " + sub() + ")";
    }
  }
  std::string float_expression(int depth) {
    auto sub = [&] { return expression(chance(75) ? Kind::kFloat : Kind::kInt, depth); };
    switch (below(10)) {
      case 0: case 1: return "(" + sub() + " + " + sub() + ")";
      case 2: return "(" + sub() + " - " + sub() + ")";
      case 3: case 4: return "(" + sub() + " * " + sub() + ")";
      case 5: return "(" + sub() + " / " + sub() + ")";
      case 6: return "math.sqrt(math.abs(" + sub() + "))";
      case 7: return "(" + expression(Kind::kObject, 0) + ")." + pick(std::array{"x", "y"});
      case 8: return "(" + sub() + " % " + sub() + ")";
      default: return "(-" + sub() + ")";
    }
  }
  std::string condition(int depth) {
    Kind kind = number_kind();
    switch (below(9)) {
      case 0: return "!" + atom(Kind::kBool);
      case 1: return "(" + expression(Kind::kBool, depth) + pick(std::array{" && ", " || "}) + expression(Kind::kBool, depth) + ")";
      case 2: return "(" + expression(Kind::kString, depth) + pick(std::array{" == ", " != ", " < ", " <= "}) + expression(Kind::kString, depth) + ")";
      case 3: return "(" + expression(Kind::kObject, 0) + pick(std::array{" == ", " != "}) + expression(Kind::kObject, 0) + ")";
      case 4: return "(" + expression(data_kind(), depth) + pick(std::array{" == nil", " != nil", " == false"}) + ")";
      case 5: return "(type(" + expression(data_kind(), 0) + ") == " + pick(std::array{"\"number\"", "\"string\"", "\"table\""}) + ")";
      default:
        return "(" + expression(kind, depth) + pick(std::array{" == ", " != ", " < ", " <= ", " > ", " >= "}) +
               expression(chance(80) ? kind : number_kind(), depth) + ")";
    }
  }
  std::string string_expression(int depth) {
    switch (below(6)) {
      case 0: return "string.sub(" + expression(Kind::kString, depth) + ", 1, 40)";
      case 1: return "show(" + expression(data_kind_flat(), depth) + ", 1)";
      case 2: return "string.sub(" + expression(Kind::kString, depth) + " .. " + expression(Kind(below(4) == 0 ? 0 : 3), depth) + ", -60)";
      case 3: return atom(Kind::kString) + ":upper()";
      default: {
        std::string name = variable_of(Kind::kString);
        return name.empty() ? string_literal() : name;
      }
    }
  }
  std::string atom(Kind kind) {
    std::string name = variable_of(kind);
    return name.empty() ? "(" + literal(kind) + ")" : name;
  }
  std::string call_of(Kind result, int depth) {
    for (int attempt = 0; attempt < 4; attempt++) {
      const FunctionSketch& f = functions_[below(unsigned(functions_.size()))];
      if (f.result != result) continue;
      std::string s = f.name + "(";
      for (std::size_t i = 0; i < f.parameters.size(); i++) s += (i ? ", " : "") + expression(f.parameters[i], depth - 1);
      return s + ")";
    }
    return "";
  }

  // --- statements
  std::string fresh(Kind kind, const std::string& value, bool assignable = true) {
    std::string name = "v" + std::to_string(next_name_++);
    line(name + " := " + value);
    variables_.push_back({name, kind, assignable});
    return name;
  }
  const Variable* target(Kind kind) {
    for (int attempt = 0; attempt < 8; attempt++) {
      const Variable& v = variables_[below(unsigned(variables_.size()))];
      if (v.kind == kind && v.assignable) return &v;
    }
    return nullptr;
  }

  void block(int depth, unsigned statements) {
    std::size_t mark = variables_.size();
    for (unsigned i = 0; i < statements; i++) statement(depth);
    variables_.resize(mark);
  }

  void statement(int depth) {
    switch (below(24)) {
      case 22: if (depth > 1) return kernel(); break;
      case 0: case 1: {
        Kind kind = data_kind();
        fresh(kind, expression(kind, 3));
        return;
      }
      case 2: case 3: case 4: case 5: {
        Kind kind = number_kind();
        if (const Variable* v = target(kind)) line(v->name + " = " + expression(kind, 3));
        return;
      }
      case 6: {
        Kind kind = data_kind();
        if (const Variable* v = target(kind)) line(v->name + pick(std::array{" += ", " -= ", " *= "}) + expression(number_kind(), 1));
        return;
      }
      case 7: case 8: {
        line("a_ := " + expression(Kind::kArray, 0));
        line("a_[" + std::string(chance(50) ? "#a_ + 1" : "1 + " + expression(Kind::kInt, 1) + " % 9") + "] = " +
             expression(chance(85) ? number_kind() : data_kind(), 2));
        return;
      }
      case 9: case 10: {
        std::string field = pick(std::array{"x", "y", "x", "y", "n", "extra"});
        line("o_ := " + expression(Kind::kObject, 0));
        line("o_." + field + " = " + (chance(4) ? "nil" : expression(chance(85) ? number_kind() : data_kind(), 2)));
        return;
      }
      case 11: case 12: if (depth > 0) return conditional(depth - 1); break;
      case 13: case 14: case 15: if (depth > 0) return loop(depth - 1); break;
      case 16: if (depth > 0) return closure_use(depth - 1); break;
      case 17:
        line("o_ := " + expression(Kind::kObject, 0));
        if (chance(80)) return line("o_:grow(" + expression(number_kind(), 1) + ")");
        return line("total_ := o_:size()");
      case 18: {
        std::string call = call_of(data_kind(), 2);
        if (!call.empty()) line("r_ := " + call);
        return;
      }
      case 19: return disturb();
      case 20: if (depth > 0) return protect(depth - 1); break;
      default:
        if (in_loop_ && chance(30)) {
          line("if " + condition(1) + " { " + (chance(50) ? "break" : "continue") + " }");
          return;
        }
        break;
    }
    Kind kind = number_kind();
    if (const Variable* v = target(kind)) line(v->name + " = " + expression(kind, 2));
  }

  // Something that invalidates what a compiler may have assumed.
  void disturb() {
    std::string when = "if " + (loop_names_.empty() ? condition(1) : loop_names_.back() + " == " + std::to_string(below(60))) + " { ";
    switch (below(9)) {
      case 0: if (const Variable* v = target(number_kind())) line(when + v->name + " = " + expression(data_kind(), 1) + " }"); return;
      case 1: return line(when + "Meta.grow = func(self, by) { self.y = by; return by } }");
      case 2: return line(when + "Meta.total = Meta.total + 1 }");
      case 3: return line(when + "(" + expression(Kind::kObject, 0) + ").late" + std::to_string(below(3)) + " = " + int_literal() + " }");
      case 4: return line(when + "setmetatable(" + expression(Kind::kObject, 0) + ", nil) }");
      case 5: return line(when + "a_ := " + expression(Kind::kArray, 0) + "; a_[1] = " + literal(data_kind()) + " }");
      case 6: return line(when + "a_ := " + expression(Kind::kArray, 0) + "; a_[#a_] = nil }");
      case 7: return line(when + "error(" + string_literal() + ") }");
      default: return line(when + "collectgarbage() }");
    }
  }

  void conditional(int depth) {
    open("if " + condition(2));
    block(depth, 1 + below(3));
    if (chance(50)) {
      indent_--;
      line("} else {");
      indent_++;
      block(depth, 1 + below(2));
    }
    close();
  }

  void loop(int depth) {
    std::string i = "i" + std::to_string(next_name_++);
    std::size_t mark = variables_.size();
    unsigned count = nesting_ == 0 ? 5 + below(80) : 2 + below(12);
    switch (below(5)) {
      case 0: open("for " + i + " := " + std::to_string(below(5)) + "; " + i + " < " + std::to_string(count) + "; " + i + " += " + std::to_string(1 + below(3))); break;
      case 1: open("for " + i + " := " + std::to_string(count) + "; " + i + " >= 1; " + i + "--"); break;
      case 2: open("for " + i + " := range " + std::to_string(count)); break;
      case 3: {
        std::string e = "e" + std::to_string(next_name_++);
        open("for " + i + ", " + e + " := range " + expression(Kind::kArray, 0));
        line("fuel--");
        line("if fuel < 0 { break }");
        variables_.push_back({e, Kind::kInt, false});
        break;
      }
      default: open("for " + i + " := 1; " + i + " <= " + std::to_string(count) + "; " + i + "++"); break;
    }
    variables_.push_back({i, Kind::kInt, false});
    loop_names_.push_back(i);
    bool outer_loop = in_loop_;
    in_loop_ = true;
    nesting_++;
    block(depth, 1 + below(5));
    nesting_--;
    in_loop_ = outer_loop;
    loop_names_.pop_back();
    close();
    variables_.resize(mark);
  }

  // An index within an array of n elements, from a position i in it.
  std::string index(const std::string& i, const std::string& n) {
    switch (below(surprises_ ? 9 : 8)) {
      case 0: return "(" + n + " - " + i + " + 1)";
      case 1: return "((" + i + " * " + std::to_string(2 + below(9)) + ") % " + n + " + 1)";
      case 2: return "(" + i + " == 1 && " + n + " || " + i + " - 1)";
      case 3: return "(" + i + " == " + n + " && 1 || " + i + " + 1)";
      case 4: return "math.max(" + i + " - 1, 1)";
      case 8: return "(" + i + " + 1)";
      default: return i;
    }
  }

  // Fills an array and goes over it, once or twice nested.
  void kernel() {
    const std::string id = std::to_string(next_name_++), a = "k" + id, n = "n" + id, acc = "s" + id;
    const Kind kind = number_kind();
    const std::size_t mark = variables_.size();
    line(n + " := " + std::to_string(8 + below(120)));
    line(a + ", " + acc + " := {}, " + (chance(80) ? literal(kind) : std::string("0")));
    open("for i := 1; i <= " + n + "; i++");
    variables_.push_back({"i", Kind::kInt, false});
    line(a + "[" + (chance(60) ? "i" : "#" + a + " + 1") + "] = " +
         (kind == Kind::kInt ? "(i * " + std::to_string(below(5000)) + " + " + expression(kind, 1) + ") % 1009" : "i * 0.5 + " + expression(kind, 1)));
    variables_.pop_back();
    close();
    variables_.push_back({acc, kind, true});
    variables_.push_back({n, Kind::kInt, false});
    pass_over(a, n, acc, kind, chance(35) ? 1 : 0);
    if (chance(40)) pass_over(a, n, acc, kind, 0);
    variables_.resize(mark);
    line("print(" + acc + ", " + a + "[1], " + a + "[" + n + "], #" + a + ")");
  }

  void pass_over(const std::string& a, const std::string& n, const std::string& acc, Kind kind, int inner) {
    const std::string i = "i" + std::to_string(next_name_++);
    const std::size_t mark = variables_.size();
    switch (below(4)) {
      case 0:
        line(i + " := 0");
        open("for " + i + " < " + n);
        line(i + "++");
        break;
      case 1: open("for " + i + ", e" + i + " := range " + a); variables_.push_back({"e" + i, kind, false}); break;
      case 2: open("for " + i + " := " + n + "; " + i + " >= 1; " + i + "--"); break;
      default: open("for " + i + " := 1; " + i + " <= " + n + "; " + i + "++"); break;
    }
    variables_.push_back({i, Kind::kInt, false});
    bool outer_loop = in_loop_;
    in_loop_ = true;
    for (unsigned k = 0, count = 1 + below(4); k < count; k++) kernel_step(a, n, acc, kind, i);
    if (inner > 0) {
      line("fuel--");
      line("if fuel < 0 { break }");
      pass_over(a, n, acc, kind, inner - 1);
    }
    in_loop_ = outer_loop;
    close();
    variables_.resize(mark);
  }

  void kernel_step(const std::string& a, const std::string& n, const std::string& acc, Kind kind, const std::string& i) {
    const auto element = [&] { return a + "[" + index(i, n) + "]"; };
    const std::string op = kind == Kind::kInt ? pick(std::array{" + ", " - ", " ^ ", " * "}) : pick(std::array{" + ", " - ", " * "});
    switch (below(9)) {
      case 0: return line(acc + " = " + (kind == Kind::kInt ? "(" + acc + " * 31 + " + element() + ") % 1000003" : acc + " * 0.5 + " + element()));
      case 1: return line(element() + " = " + element() + op + expression(kind, 1));
      case 2: {
        const std::string x = element(), y = element();
        return line(x + ", " + y + " = " + y + ", " + x);
      }
      case 3: return line("if " + element() + " > " + expression(kind, 1) + " { " + acc + " += 1 } else { " + element() + " = " + expression(kind, 1) + " }");
      case 4: return line("if " + condition(1) + (chance(80) ? " { continue }" : " { break }"));
      case 5: return line(acc + " += " + expression(kind, 2));
      case 6: return disturb();
      case 7: {
        const std::string x = "x" + std::to_string(next_name_++);
        line(x + " := " + element() + op + element());
        return line("if " + x + " < " + expression(kind, 0) + " { " + acc + " = " + acc + op + x + " }");
      }
      default: return line(acc + " = " + acc + op + element());
    }
  }

  void closure_use(int depth) {
    std::string f = "f" + std::to_string(next_name_++), p = "p" + std::to_string(next_name_++);
    bool outer_loop = in_loop_;
    in_loop_ = false;
    open(f + " := func(" + p + ")");
    std::size_t mark = variables_.size();
    Kind kind = number_kind();
    variables_.push_back({p, kind, true});
    block(depth > 0 ? depth - 1 : 0, 1 + below(2));
    line("return " + expression(kind, 2));
    variables_.resize(mark);
    close();
    in_loop_ = outer_loop;
    fresh(kind, f + "(" + expression(kind, 1) + ")");
    if (chance(50)) line(variables_.back().name + " = " + f + "(" + expression(kind, 1) + ")");
  }

  void protect(int depth) {
    std::string ok = "ok" + std::to_string(next_name_++), e = "err" + std::to_string(next_name_++);
    bool outer_loop = in_loop_;
    in_loop_ = false;
    open(ok + ", " + e + " := pcall(func()");
    block(depth, 1 + below(3));
    close(")");
    in_loop_ = outer_loop;
    line("if !" + ok + " { fuel--; Meta.total = Meta.total + #show(" + e + ", 1) }");
  }

  void function(unsigned index) {
    FunctionSketch f;
    f.name = "fn" + std::to_string(index);
    f.result = data_kind();
    std::size_t mark = variables_.size();
    std::string parameters;
    for (unsigned i = 0, n = below(4); i < n; i++) {
      Kind kind = data_kind();
      std::string name = "p" + std::to_string(next_name_++);
      parameters += (i ? ", " : "") + name;
      f.parameters.push_back(kind);
      variables_.push_back({name, kind, true});
    }
    bool recursive = chance(25);
    if (recursive) functions_.push_back(f);
    open("func " + f.name + "(" + parameters + ")");
    if (recursive || chance(60)) {
      line("fuel--");
      line("if fuel < 0 { return " + literal(f.result) + " }");
    }
    if (chance(8)) line("defer func() { Meta.total = Meta.total + 1" + std::string(chance(50) ? "; recover()" : "") + " }()");
    block(3, 2 + below(5));
    if (chance(35)) kernel();
    line("return " + expression(f.result, 3));
    close();
    variables_.resize(mark);
    if (!recursive) functions_.push_back(f);
  }

  // Calls a function often enough to make it hot, inside pcall, and prints.
  void action(unsigned index) {
    const FunctionSketch f = functions_[below(unsigned(functions_.size()))];
    std::string n = std::to_string(index);
    line("fuel = 1500");
    open("for round" + n + " := 1; round" + n + " <= " + std::to_string(3 + below(40)) + "; round" + n + "++");
    std::size_t mark = variables_.size();
    variables_.push_back({"round" + n, Kind::kInt, false});
    std::string call = "pcall(" + f.name;
    for (Kind kind : f.parameters) call += ", " + expression(kind, 2);
    line("ok_, r_ := " + call + ")");
    line("if round" + n + " % 7 == 1 || !ok_ { print(round" + n + ", ok_, show(r_, 2)) }");
    if (chance(40)) {
      loop_names_.push_back("round" + n);
      statement(1);
      loop_names_.pop_back();
    }
    variables_.resize(mark);
    close();
  }

  std::uint64_t state_;
  std::string text_;
  int indent_ = 0;
  unsigned next_name_ = 0;
  unsigned nesting_ = 0;
  bool in_loop_ = false;
  unsigned surprises_ = 0;  // percent of the expressions that are of a kind not asked for
  std::vector<Variable> variables_;
  std::vector<FunctionSketch> functions_;
  std::vector<std::string> loop_names_;
};

}  // namespace

std::string generate_program(std::uint64_t seed) { return Generator(seed).run(); }

}  // namespace gs::fuzz
