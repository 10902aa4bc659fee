// The syntax tree: what the parser builds, what the resolver annotates and the compiler reads. Nodes are plain
// structs in the arena of their ParseResult; a node's kind says which struct it is, `as<Call>(*expr)` casts. Names
// and string values are views that live as long as that arena.
//
// Places. `line` and `column` of an expression are those a run-time error names: the operator, the '.', '[', ':' or
// '(', the name, the '<-'. Those of a statement are its first token's.
//
// Depth. The parser bounds the nesting of expressions and blocks by kMaxNesting, so walkers may recurse, except down
// *left spines*: `a + b + c + ...` and `a.b[c](d):e() ...` make one chain of nodes linked by their leftmost operands
// (left_operand below) that may be arbitrarily long. Walkers must descend that link in a loop. Chains of `..`, `&&`,
// `||` and `else if` are lists.
#pragma once

#include <span>
#include <string_view>

#include "base/assert.hpp"
#include "base/types.hpp"

namespace gs::front::ast {

// Annotations of later passes, which define these types. The parser leaves the pointers null.
struct Binding;
struct FunctionInfo;
struct ScopeInfo;

struct Expr;
struct Stmt;
struct Function;

// One unit is a bracket, a unary operator, a right operand that is itself an operation, or a block; a function is two.
inline constexpr u32 kMaxNesting = 3200;

struct Position {
  u32 line = 0;
  u32 column = 0;  // in bytes, from 1
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Node {
  u32 line;
  u32 column;
  Position position() const { return {line, column}; }
};

template <class T>
using List = std::span<T* const>;

// A name where it is declared: variable, parameter, function, label. "_" is the blank name.
struct Name : Node {
  std::string_view text;
  Binding* binding = nullptr;
  bool is_blank() const { return text == "_"; }
};

// Statements of one scope. `end` is the place of its '}' (of a clause: where the next clause or '}' stands; of a
// chunk: the end of the source).
struct Block {
  List<Stmt> statements;
  Position start;
  Position end;
  ScopeInfo* scope = nullptr;
};

// ---------------------------------------------------------------------------------------------------------------------
// Expressions

enum class ExprKind : u8 {
  kBad,  // stands for source that did not parse; an error has been reported
  kNil,
  kTrue,
  kFalse,
  kInt,  // rune literals too
  kFloat,
  kString,
  kName,
  kVararg,       // ... : multiple values in the last place of a list, else the first extra
  kVarargCount,  // #..., at the `...`
  kVarargIndex,  // ...[i]
  kParen,        // cuts to one value; a parenthesised function literal is not "direct" (language 4.2)
  kFunction,
  kTable,
  kMakeChannel,
  kUnary,
  kReceive,
  kBinary,
  kLogical,
  kConcat,
  kField,
  kIndex,
  kCall,
  kMethodCall,
};

enum class UnaryOp : u8 { kNegate, kComplement, kNot, kLength };

enum class BinaryOp : u8 {
  kAdd,
  kSub,
  kMul,
  kDiv,
  kMod,
  kPow,
  kBitAnd,
  kBitOr,
  kBitXor,
  kAndNot,
  kShiftLeft,
  kShiftRight,
  kConcat,  // only in OpAssign: `..=`
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
};

struct Expr : Node {
  ExprKind kind;
};

struct Literal : Expr {};  // kNil, kTrue, kFalse, kVararg, kVarargCount, kBad: nothing but the kind

struct IntLiteral : Expr {
  i64 value;
};

struct FloatLiteral : Expr {
  f64 value;
};

struct StringLiteral : Expr {
  std::string_view value;  // decoded bytes
};

struct NameExpr : Expr {
  std::string_view text;
  Binding* binding = nullptr;
  bool is_blank() const { return text == "_"; }
};

struct VarargIndex : Expr {  // ...[key], at the `...`
  Expr* key;
};

struct Paren : Expr {
  Expr* inner;
};

struct FunctionExpr : Expr {
  Function* function;
};

enum class FieldKind : u8 { kPositional, kNamed, kKeyed };

struct TableField : Node {
  FieldKind kind;
  std::string_view name;  // kNamed; may be a keyword
  Expr* key = nullptr;    // kKeyed
  Expr* value = nullptr;
};

// `{...}`. If the last field is positional and a call or `...`, it contributes all its values.
struct Table : Expr {
  std::span<const TableField> fields;
};

struct MakeChannel : Expr {  // make(chan) or make(chan, size); at `make`
  Expr* size;                // or null
};

struct Unary : Expr {
  UnaryOp op;
  Expr* operand;
};

// `<-channel`. As the only value for exactly two targets it gives two values (language 11.2).
struct Receive : Expr {
  Expr* channel;
};

struct Binary : Expr {  // left spine: left
  BinaryOp op;
  Expr* left;
  Expr* right;
};

// `a && b && c` or `a || b || c`, two operands or more; mixed chains nest.
struct Logical : Expr {
  bool is_and;
  List<Expr> operands;
};

// `a .. b .. c`: two operands or more, evaluated left to right, joined from the right. operators[i] is the place of
// the `..` before operands[i + 1].
struct Concat : Expr {
  List<Expr> operands;
  std::span<const Position> operators;
};

struct Field : Expr {  // object.name, at the '.'; left spine: object
  Expr* object;
  std::string_view name;  // may be a keyword
};

struct Index : Expr {  // object[key], at the '['; left spine: object
  Expr* object;
  Expr* key;
};

// callee(arguments), at the '('; left spine: callee. If `spread`, the last argument is a table spread over the rest.
struct Call : Expr {
  bool spread;
  Expr* callee;
  List<Expr> arguments;
};

struct MethodCall : Expr {  // receiver:name(arguments), at the '('; left spine: receiver
  bool spread;
  Expr* receiver;
  std::string_view name;  // may be a keyword
  Position colon;
  List<Expr> arguments;
};

// ---------------------------------------------------------------------------------------------------------------------
// Functions

enum class VarargKind : u8 { kNone, kAnonymous, kNamed };  // f(a), f(a, ...), f(a, rest...)

struct Function {
  std::string_view name;       // language 6.5; empty for anonymous functions and chunks
  std::span<Name> parameters;  // without the vararg
  VarargKind vararg = VarargKind::kNone;
  Name* vararg_name = nullptr;  // kNamed: also bound to a table of the extras
  bool is_chunk = false;        // a whole chunk: anonymous vararg, body at top level
  u32 line = 0;                 // of `func`; of a chunk: 1
  u32 last_line = 0;            // of the closing '}'
  Block body;
  FunctionInfo* info = nullptr;
};

// ---------------------------------------------------------------------------------------------------------------------
// Statements

enum class StmtKind : u8 {
  kDeclare,     // a, b := e1, e2
  kVar,         // var a, b = e1, e2
  kConst,       // const a, b = e1, e2
  kFuncDecl,    // func f() { }
  kAssign,      // t1, t2 = e1, e2
  kOpAssign,    // t += e, t++, t--
  kExpression,  // a call, method call or receive, results discarded
  kSend,        // channel <- value
  kBlock,
  kIf,
  kForLoop,   // for { }, for cond { }, for init; cond; post { }
  kForRange,  // for k, v := range e { }
  kSwitch,
  kSelect,
  kReturn,
  kBreak,
  kContinue,
  kGo,
  kDefer,
};

struct Stmt : Node {
  StmtKind kind;
};

// kDeclare, kVar, kConst. kVar without values declares nils. Names adjust to values as in language 6.2.
struct Declaration : Stmt {
  std::span<Name> names;
  List<Expr> values;
};

struct FuncDecl : Stmt {
  Name name;
  Function* function;
};

// Targets are kName (perhaps "_"), kField, kIndex; kBad after an error.
struct Assign : Stmt {
  List<Expr> targets;
  List<Expr> values;
};

struct OpAssign : Stmt {
  BinaryOp op;
  Position operator_position;  // of `+=` or `++`
  Expr* target;                // kName, kField, kIndex; kBad after an error
  Expr* value;                 // of ++ and --: the int 1
};

struct ExprStmt : Stmt {
  Expr* expr;  // kCall, kMethodCall, kReceive; kBad after an error
};

struct Send : Stmt {
  Position arrow;  // of the `<-`
  Expr* channel;
  Expr* value;
};

struct BlockStmt : Stmt {
  Block body;
};

// One `if` or `else if`. `init`, or null, opens a scope that covers this clause and all that follow.
struct IfClause : Node {
  Stmt* init;
  Expr* condition;
  Block body;
  ScopeInfo* init_scope = nullptr;
};

struct If : Stmt {
  std::span<IfClause> clauses;
  Block* otherwise;  // of the last `else`, or null
};

// A statement labelled by `label`, or null.
struct ForLoop : Stmt {
  Name* label;
  Stmt* init;       // or null; if it is kDeclare, each iteration has its own copy of the variables
  Expr* condition;  // or null: true
  Stmt* post;       // or null; never a declaration
  Block body;
  ScopeInfo* header_scope = nullptr;
};

struct ForRange : Stmt {
  Name* label;
  std::span<Name> names;  // none, key, or key and value
  Position range;         // of `range`
  Expr* subject;          // kVararg ranges over all extras
  Block body;
  ScopeInfo* header_scope = nullptr;
};

struct SwitchClause : Node {
  bool is_default;
  bool falls_through;  // its last statement was `fallthrough`, which is not among the body's; there is a next clause
  List<Expr> values;
  Block body;
};

struct Switch : Stmt {
  Name* label;
  Stmt* init;                       // or null
  Expr* tag;                        // or null: the first clause with a true value runs
  std::span<SwitchClause> clauses;  // in source order, at most one default
  Position end;
  ScopeInfo* init_scope = nullptr;
};

enum class CommKind : u8 { kDefault, kSend, kReceive };

// A receive declares `names`, or assigns `targets`, or neither; one or two of them.
struct SelectClause : Node {
  CommKind kind;
  Position arrow;  // of the `<-`
  Expr* channel;   // kSend, kReceive
  Expr* value;     // kSend
  std::span<Name> names;
  List<Expr> targets;
  Block body;
  ScopeInfo* header_scope = nullptr;
};

struct Select : Stmt {
  Name* label;
  std::span<SelectClause> clauses;
  Position end;
};

struct Return : Stmt {
  List<Expr> values;
};

struct Jump : Stmt {  // kBreak, kContinue
  Name* label;        // or null
};

struct Deferred : Stmt {  // kGo, kDefer
  Expr* call;             // kCall or kMethodCall; kBad after an error
};

// ---------------------------------------------------------------------------------------------------------------------

template <class T>
T& as(Node& node) {
  return static_cast<T&>(node);
}
template <class T>
const T& as(const Node& node) {
  return static_cast<const T&>(node);
}

inline bool is_call(const Expr& expr) {
  return expr.kind == ExprKind::kCall || expr.kind == ExprKind::kMethodCall;
}

// Whether the expression has any number of values in the last place of a list.
inline bool is_multiple(const Expr& expr) {
  return is_call(expr) || expr.kind == ExprKind::kVararg;
}

// The next node down the left spine, or null where it ends.
inline Expr* left_operand(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kBinary:
      return as<Binary>(expr).left;
    case ExprKind::kField:
      return as<Field>(expr).object;
    case ExprKind::kIndex:
      return as<Index>(expr).object;
    case ExprKind::kCall:
      return as<Call>(expr).callee;
    case ExprKind::kMethodCall:
      return as<MethodCall>(expr).receiver;
    default:
      return nullptr;
  }
}

}  // namespace gs::front::ast
