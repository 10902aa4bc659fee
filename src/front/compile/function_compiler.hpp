// Compiles one function of a resolved tree to bytecode. One object per function; the function literals inside it are
// compiled, by further objects, when their turn comes.
//
// Registers are a stack: variables of the open scopes at the bottom, temporaries above. An expression is evaluated to
// an Operand: a known literal, the register of a local variable used in place, or a temporary, which then is the top
// of the stack. Local variables may be used in place because nothing inside an expression assigns a register:
// variables that closures assign live in cells.
//
// The methods are grouped by file: function_compiler.cpp (registers, emission), variables.cpp, expr.cpp, access.cpp,
// condition.cpp, call.cpp, table_literal.cpp, assign.cpp, stmt.cpp, branch.cpp, loop.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bytecode/builder.hpp"
#include "front/compile/known_value.hpp"
#include "front/compile/resolver.hpp"
#include "front/front.hpp"
#include "front/syntax/ast.hpp"
#include "front/syntax/diagnostics.hpp"

namespace gs::front {

// What the compilers of one chunk's functions share.
struct Unit {
  bytecode::Image& image;
  const CompileOptions& options;
  Diagnostics& diagnostics;
};

inline constexpr u32 kNoRegister = ~0u;

struct Operand {
  std::optional<KnownValue> literal{};
  u32 reg = kNoRegister;

  bool is_in_register() const { return reg != kNoRegister; }
};

class FunctionCompiler {
 public:
  FunctionCompiler(Unit& unit, const ast::Function& function);

  // Fills the function's place in the image.
  void compile();

 private:
  using Op = bytecode::Op;
  using Instruction = bytecode::Instruction;
  using Label = bytecode::Label;
  using Builder = bytecode::Builder;
  using Exprs = ast::List<ast::Expr>;

  // A statement that break and continue can leave or repeat.
  struct Target {
    std::string_view label;
    bool is_loop;
    Label break_to;
    Label continue_to;
  };

  // A call whose callee and arguments are in place: the callee's register and the coded number of arguments (0: to
  // top).
  struct PreparedCall {
    u32 base;
    u32 coded_count;
  };

  // --- registers and emission
  u32 take(u32 count = 1);
  void drop_to(u32 mark) { next_ = mark; }
  void activate_locals() { locals_end_ = next_; }
  bool is_fresh(u32 reg) const { return reg >= locals_end_; }
  void report_too_large();
  void emit(Op op, u32 a, u32 b, u32 c, u32 line, u32 x = 0) { builder_.emit(Instruction::abc(op, a, b, c, x), line); }
  void emit_wide(Op op, u32 a, u32 wide, u32 line, u32 x = 0) { builder_.emit(Instruction::a32(op, a, wide, x), line); }
  void emit_jump(Op op, u32 a, u32 b, Label to, u32 line, u32 x = 0);
  void jump(Label to, u32 line) { emit_jump(Op::JMP, 0, 0, to, line); }
  void load_literal(const KnownValue& literal, u32 dest);
  void move(u32 dest, u32 source);
  void move_to(const Operand& operand, u32 dest);
  u32 to_register(Operand& operand);
  std::optional<u32> narrow_constant(const KnownValue& literal);
  u32 target_register(u32 dest) { return dest == kNoRegister ? take() : dest; }
  void compile_entry();
  void set_frame_size();
  void make_closure(const ast::Function& function, u32 dest, u32 line);

  // --- variables
  Operand read_variable(const ast::NameExpr& name, u32 dest);
  Operand read_local(const ast::Binding& binding, u32 dest, u32 line);
  void write_variable(const ast::Binding* binding, std::string_view name, Operand value, u32 line);
  bool is_own_register(const ast::Binding* binding) const;
  u32 global_constant(const ast::Binding* binding, std::string_view name);
  u32 name_constant(const ast::Binding& binding) { return builder_.string_constant(binding.name); }
  bool declares(const ast::Name& name) const;
  void declare_variable(const ast::Name& name, Operand value, bool is_constant);
  void make_early_cell(ast::Binding& binding, u32 line);
  void wrap_in_cell(const ast::Binding& binding, u32 line);

  // --- expressions
  Operand operand(const ast::Expr& expr, u32 dest = kNoRegister);
  Operand operand_to(const ast::Expr& expr, u32 dest);
  u32 operand_any(const ast::Expr& expr);
  u32 operand_next(const ast::Expr& expr);
  void discard(const ast::Expr& expr);
  Operand spine(const ast::Expr& expr, u32 dest);
  Operand spine_step(const ast::Expr& expr, Operand left, u32 mark, u32 dest);
  Operand binary(const ast::Binary& expr, Operand left, u32 mark, u32 dest);
  Operand arithmetic(Op op, Operand left, Operand right, u32 mark, u32 dest, u32 line);
  bool arithmetic_with_literal(Op op, u32 dest, u32 left, const KnownValue& right, u32 line, u32 x = 0);
  Operand comparison_value(Relation relation, bool sense, Operand left, Operand right, u32 mark, u32 dest, u32 line);
  Operand unary(const ast::Unary& expr, u32 dest);
  Operand logical(const ast::Logical& expr, u32 dest);
  void value_or_jump(const ast::Expr& expr, u32 dest, bool keep_when, Label done);
  Operand concat(const ast::Concat& expr, u32 dest);
  void join(u32 dest, u32 first, const std::vector<u32>& lines);
  Operand read_field(Operand object, std::string_view name, u32 mark, u32 dest, u32 line);
  Operand read_index(Operand object, Operand key, u32 mark, u32 dest, u32 line);
  void write_field(u32 object, std::string_view name, u32 value, u32 line);
  void write_index(u32 object, Operand key, u32 value, u32 line);
  Operand make_channel(const ast::MakeChannel& expr, u32 dest);

  // --- conditions
  void jump_if(const ast::Expr& expr, bool sense, Label to);
  void jump_if_logical(const ast::Logical& expr, bool sense, Label to);
  void jump_if_related(Relation relation, Operand left, Operand right, bool sense, Label to, u32 line);
  bool jump_if_equal_literal(Relation relation, Operand& left, Operand& right, bool sense, Label to, u32 line);
  bool jump_if_ordered_literal(Relation relation, Operand& left, Operand& right, bool sense, Label to, u32 line);

  // --- calls and lists of values
  PreparedCall prepare_call(const ast::Expr& expr, Operand callee, u32 mark, u32 max_coded_count);
  u32 arguments(Exprs list, bool spread, u32 already, u32 max_coded_count);
  void pack_arguments(Exprs list);
  void emit_call(const ast::Expr& expr, Operand callee, u32 mark, u32 coded_results);
  void multiple(const ast::Expr& expr, u32 coded_count);
  u32 place_list(Exprs list);
  std::vector<Operand> evaluate_list(Exprs list, u32 wanted);
  void receive_two(const ast::Expr& expr);

  // --- table literals
  struct Batch;
  Operand table(const ast::Table& expr, u32 dest);
  usize new_object(const ast::Table& expr);
  void add_positional(Batch& batch, const ast::Expr& value, bool is_last);
  void emit_set_list(const Batch& batch, u32 coded_count);
  void store_batch(Batch& batch);
  void reload_batch(Batch& batch);
  void set_field(Batch& batch, const ast::TableField& field);

  // --- statements
  void statements(const ast::Block& block);
  void statement(const ast::Stmt& stmt);
  void enter_scope(const ast::ScopeInfo* scope, u32 line);
  void block(const ast::Block& block);
  void declaration(const ast::Declaration& stmt);
  void declare_locals(const ast::Declaration& stmt);
  void note_known_value(const ast::Name& name, const std::optional<KnownValue>& value);
  void func_decl(const ast::FuncDecl& stmt);
  void assign(const ast::Assign& stmt);
  void assign_one(const ast::Expr& target, const ast::Expr& value);
  void assign_target(const ast::Expr& target, Operand value);
  u32 written_register(const ast::Expr& target) const;
  u32 written_register(const ast::Name& name) const;
  void protect_later_values(std::vector<Operand>& values, usize index, u32 written);
  void op_assign(const ast::OpAssign& stmt);
  void op_assign_name(const ast::OpAssign& stmt);
  Operand combine(const ast::OpAssign& stmt, Operand left, u32 mark, u32 dest);
  void send(const ast::Send& stmt);
  void return_values(const ast::Return& stmt);
  void emit_return(u32 first, u32 coded_count, u32 line);
  void go_or_defer(const ast::Deferred& stmt);

  // --- branches
  void if_statement(const ast::If& stmt);
  void switch_statement(const ast::Switch& stmt);
  void select_statement(const ast::Select& stmt);
  void select_body(const ast::SelectClause& clause, u32 result, Label end);
  void leave(const ast::Jump& stmt);
  Label jump_target(const ast::Jump& stmt) const;
  const ast::Jump* sole_jump(const ast::Block& block) const;

  // --- loops
  struct CountedLoop {
    const ast::Binding* variable;
    Op op;  // LOOPLT ..
    i32 step;
    u32 limit;  // register
    Relation relation;
    bool runs_at_least_once;
  };
  void for_loop(const ast::ForLoop& stmt);
  void general_loop(const ast::ForLoop& stmt);
  std::optional<CountedLoop> find_counted_loop(const ast::ForLoop& stmt);
  const ast::Binding* counter_of(const ast::ForLoop& stmt, i32& step) const;
  bool place_limit(const ast::ForLoop& stmt, const ast::Expr& limit, CountedLoop& loop);
  void counted_loop(const ast::ForLoop& stmt, const CountedLoop& loop);
  void renew_copies(const ast::ForLoop& stmt);
  void for_range(const ast::ForRange& stmt);

  Unit& unit_;
  const ast::Function& function_;
  const ast::FunctionInfo& info_;
  bytecode::Function& out_;
  Builder builder_;
  u32 next_ = 0;              // first free register
  u32 locals_end_ = 0;        // below it are the registers of visible variables and of running loops
  u32 line_ = 0;              // of the expression or statement at hand: for instructions that cannot fail
  ast::Position position_{};  // of the statement at hand
  std::vector<Target> targets_;
  bool is_too_large_ = false;
};

}  // namespace gs::front
