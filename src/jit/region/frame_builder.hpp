// Builds the IR of one frame of a region: follows its function's bytecode in reverse postorder with a State, merges where ways join, makes
// phis at loop headers, lowers each instruction (lower_*.cpp), and builds inlined callees with builders of their own.
//
// Words: an *edge* is a block without terminator together with the state at its end, on its way to a block of the bytecode. A *snapshot*
// describes the frames before the instruction at pc_.
#pragma once

#include <optional>
#include <unordered_set>

#include "bytecode/operands.hpp"
#include "jit/region/analysis.hpp"
#include "jit/region/decisions.hpp"
#include "jit/region/emitter.hpp"
#include "jit/region/region.hpp"
#include "jit/region/state.hpp"
#include "vm/runtime/intrinsic.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit::region {

// What all frames of a region share.
struct Builder {
  const RegionRequest& request;
  RegionResult& result;
  AnalysisCache& analyses;
  Decisions& decisions;
  Emitter emitter;
  u32 inline_left;
  bool has_returned = false;
  Node* entry_poll = nullptr;  // of a function region
  std::vector<std::pair<const Node*, const vm::Shape*>> shapes_on_way = {};  // of objects, as told apart on the way being built

  void note_return(Type type);  // of the region's own frame
  void call_directly(const ir::DirectTarget* direct, const vm::Prototype* prototype);
  void depend(const vm::Global* global);
  void reference(Value v);
  i32 result_count(const vm::Prototype* prototype, i32 extras, std::vector<const vm::Prototype*>& visiting);
  i32 open_count(const vm::Prototype* prototype, u32 at, i32 extras, std::vector<const vm::Prototype*>& visiting);
  i32 tail_count(const vm::Prototype* prototype, u32 at, std::vector<const vm::Prototype*>& visiting);
  void use_slots(i32 end) { result.frame_slots = u32(end) > result.frame_slots ? u32(end) : result.frame_slots; }
};

struct Returned {
  Block* from;
  std::vector<Node*> values;
  std::vector<GlobalValue> globals;
};

class FrameBuilder {
 public:
  // `function`: the closure, Boxed. `caller` null: the region's own frame.
  FrameBuilder(Builder& builder, vm::Prototype* prototype, FrameBuilder* caller, i32 base, Node* function);

  void build_function();
  void build_loop(u32 header_pc);
  // Control comes in the emitter's block. The globals known are those of `globals`.
  void build_inlined(std::span<Node* const> arguments, std::vector<GlobalValue> globals);
  // Before build_inlined: slots from the frame of all arguments to this one, of functions with a variable number of them.
  void set_distance(i32 distance) { distance_ = distance; }
  std::vector<Returned>& returns() { return returns_; }

 private:
  // --- control (frame_builder.cpp)
  void walk(std::span<const u32> blocks, i32 loop);
  Node* parameter(u32 index);
  void build_block(u32 block);
  void build_inner_loop(i32 loop);
  void build_loop_once(i32 loop);
  void build_instructions(u32 block);
  bool build_instruction(u32 at);
  void lower_at(u32 at);
  ir::SnapshotFrame snapshot_frame(u32 pc) const;
  // The current block ends and control goes to the instruction at `pc`.
  void flow_to(u32 pc);
  void flow_to(u32 pc, Block* from);
  void leave();  // always: exits before the current instruction
  void leave_at(u32 pc);

  // --- merging (merge.cpp)
  void merge(std::vector<Edge> edges, u32 pc);
  std::vector<GlobalValue> merge_globals(std::vector<Edge>& edges);
  Node* merge_register(std::vector<Edge>& edges, u32 reg);
  Node* make_phi(std::span<Node* const> values);
  void reunite(std::vector<Edge>& edges, u32 reg);
  void unify_register(std::vector<Edge>& edges, u32 reg);

  // --- loops (loops.cpp)
  struct LoopPhi {
    Node* phi;
    u32 reg;             // or the global, if not null
    vm::Global* global;
  };
  void add_loop_phis(i32 loop, Block* header, std::vector<LoopPhi>& phis);
  void abandon_header(Block* header);
  void close_loop(i32 loop, Block* header, std::vector<LoopPhi>& phis, std::span<const GlobalValue> globals_at_header);
  Node* loop_entry_value(Node* value, PhiKind kind);
  Node* back_edge_value(Node* value, const LoopPhi& phi, i32 loop);
  PhiKind choose_kind(Node* value, PhiKind decided) const;
  void prepare_globals(i32 loop);
  void check_globals(LoopDecisions& decided, std::span<const GlobalValue> at_header);
  bool may_peel(i32 loop) const;
  void peel(i32 loop, u32 round);

  // --- loops that run a few times (unroll.cpp)
  u32 constant_trips(i32 loop) const;
  std::optional<i64> int_at_entry(u32 header, u32 reg) const;
  std::optional<i64> int_in_loop(i32 loop, u32 reg) const;
  std::optional<u32> only_writer(std::span<const u32> blocks, u32 reg) const;
  bool stays(bytecode::Instruction test, i32 loop, u32 at, i64 value, i64 bound) const;
  u32 trips_by(i32 loop, u32 at) const;
  LoopDecisions& decisions(i32 loop);

  // --- snapshots, guards (guards.cpp)
  // Values left "to top" by the instruction before, live up to the one that takes them: registers [first, end).
  struct OpenList {
    u32 first = 0, end = 0;
    bool is_known = false;
  };
  OpenList open_list(u32 pc) const;  // at this instruction or the next
  Snapshot* snapshot(u32 pc);
  Snapshot* snapshot_here() { return snapshot(pc_); }
  Node* guard(ir::Op op, std::initializer_list<Node*> inputs, u64 imm = 0, u32 aux = 0);
  void guard_true(Node* condition);
  void guard_false(Node* condition);
  void guard_valid(u32 next_pc);
  Node* to_int(Node* value);       // I64; guards
  Node* to_float(Node* value);     // F64 of a float; guards
  Node* as_int(Node* value);       // likewise, and every register and global that holds the value holds the result
  Node* as_float(Node* value);
  Node* as_number(Node* value);    // F64 of a float or an int; guards
  Node* as_pointer(Node* value, u64 tag);  // Ptr; guards
  // What was loaded: unboxed if its sample is a number, tested for nil otherwise (`absent`).
  Node* speculate(Node* loaded, Value absent);
  Node* speculate_number(Node* loaded);

  // --- registers and slots
  Node* read(u32 reg);
  void write(u32 reg, Node* value);
  // Every register that holds `value` holds `better`, the same value in another representation.
  void improve(Node* value, Node* better);
  void store_slot(u32 reg);
  Node* load_slot(u32 reg);
  Node* constant(u32 index);

  // --- globals
  Node* load_global(vm::Global* global);
  void write_back(const GlobalValue& g);
  void write_back_globals();

  // --- whole instructions by the interpreter or the runtime
  void interpret();
  Node* call_runtime(const void* function, std::initializer_list<Node*> arguments, Type type = Type::Boxed);
  void before_call();
  void after_call(u32 next_pc);

  // --- lowering, by family
  void lower(bytecode::Instruction instruction);
  bool lower_load(bytecode::Instruction in);
  bool lower_variable(bytecode::Instruction in);
  bool lower_arith(bytecode::Instruction in);
  bool lower_bits(bytecode::Instruction in);
  bool lower_jump(bytecode::Instruction in);
  bool lower_table(bytecode::Instruction in);
  bool lower_call(bytecode::Instruction in);
  bool lower_range(bytecode::Instruction in);

  // lower_variables.cpp
  void get_global(bytecode::Instruction in);
  void set_global(bytecode::Instruction in);
  void get_cell(u32 target, Node* cell);
  void set_cell(Node* cell, Node* value, bool declares);
  Node* captured(u32 index);

  // lower_arith.cpp
  Node* arithmetic(vm::ArithOp op, Node* left, Node* right, bytecode::Instruction in);
  Node* int_arithmetic(vm::ArithOp op, Node* left, Node* right);
  Node* float_arithmetic(vm::ArithOp op, Node* left, Node* right);
  Node* any_arithmetic(vm::ArithOp op, Node* left, Node* right);
  Node* divide_ints(Node* left, Node* right);
  Node* as_number_of(Node* value, Kind kind);
  Node* arith_by_runtime(vm::ArithOp op, Node* left, Node* right, bool swapped = false);
  Node* shift(vm::ArithOp op, Node* left, Node* right);

  // lower_jumps.cpp
  struct Condition {
    Node* value;
    bool may_repeat = true;  // computing it had no effects: leaving before the instruction is still possible
  };
  static Node* test_of_type(Emitter& e, const Node* name, const Node* wanted);
  void learn(const Node* condition);
  Condition compare(bool or_equal, Node* left, Node* right);
  Condition equal(Node* left, Node* right);
  void jump_if(Condition condition, bool sense, bytecode::Instruction in, u32 target);
  void loop_back(u32 target);
  void counted_loop(bytecode::Instruction in);
  Node* truth_of(Node* value);
  Node* as_exact_float(Node* value, Kind kind);
  bool is_unique(const Node* value) const;
  Condition compare_by_runtime(const void* function, Node* left, Node* right);

  // lower_tables.cpp
  static u64 header_of_table(u8 flags);
  void new_table(bytecode::Instruction in);
  Node* make_object(const vm::Shape* shape, std::span<Node* const> fields);
  void new_object(bytecode::Instruction in);
  void length(bytecode::Instruction in);
  Node* string_length(Node* string);
  Node* length_of_any(Node* v);
  void get_index(u32 target, Node* table, Node* key);
  void set_index(Node* table, Node* key, Node* value);
  Node* as_element(Node* value, const vm::Table* seen, vm::ArrayKind& kind);
  bool may_append(const vm::Table* seen, Node* key) const;
  void append_or_check(Node* table, Node* index, Node* length, vm::ArrayKind kind);
  void set_any_index(Node* table, Node* key, Node* value);
  void guard_no_metatable(Node* table);
  void guard_array_kind(Node* table, vm::ArrayKind kind);
  Node* element_index(Node* key);
  const vm::Table* sample_array(Node* table) const;
  Value sample_element(const vm::Table* table, Node* key) const;
  void store_value(Alias alias, Node* container, Node* address, u64 offset, Node* value);
  static bool may_refer(const Node* value, const Emitter& emitter);

  // lower_entries.cpp
  bool is_about_entry(Node* table, Node* key) const;
  Node* get_entry(Node* table, Node* key);
  void set_entry(Node* table, Node* key, Node* value);
  Node* find_entry(Node* table, Node* key, u8 without);
  void remember_entry(Node* table, Node* entry);
  void guard_flags(Node* cell, Alias alias, u8 mask, u8 wanted);
  Node* small_int(Node* n);

  // lower_fields.cpp
  struct FieldAccess {
    const vm::Shape* shape;
    vm::FieldPlace place;
    u32 offset;
    const Value* holder;  // of an inherited value
    u64 epoch;

    bool is_absent() const { return holder == &vm::FieldCacheEntry::kAbsent; }
    bool goes_by_metatables() const;
  };
  void get_field(bytecode::Instruction in);
  void set_field(bytecode::Instruction in);
  void method(bytecode::Instruction in);
  void add_field(const vm::FeedbackSlot* slot, Node* object, Node* value);
  bool own_place(bytecode::Instruction in, const vm::FeedbackSlot* slot, FieldAccess& access) const;
  std::vector<FieldAccess> places(bytecode::Instruction in, const vm::FeedbackSlot* slot, Node* object) const;
  const vm::Shape* shape_on_way(const Node* object) const;
  bool is_own_place(bytecode::Instruction in, const vm::FeedbackSlot* slot, const Node* object, FieldAccess& access) const;
  Node* get_field_of_any(Node* object, const std::vector<FieldAccess>& places, Value key, const void* otherwise);
  void set_field_of_any(Node* object, std::vector<FieldAccess> places, Value key, Node* value);
  template <class Visit>
  void each_shape(Node* object, const std::vector<FieldAccess>& places, Join& others, Visit visit);
  struct MethodWay;
  std::optional<u32> call_of_method(bytecode::Instruction in) const;
  bool is_repeatable(const vm::Prototype* target) const;
  bool call_method_by_shape(bytecode::Instruction in, Node* object, const std::vector<FieldAccess>& places);
  void build_method_way(bytecode::Instruction in, Node* object, Node* method, u32 call, std::vector<Edge>& edges);
  Node* absent_field(Node* object, const Value* seen, Value key);
  bool lacks(const vm::Shape* shape, Value key) const;
  bool absent_is_nil(const vm::Shape* shape, Value key) const;
  bool takes_new_fields(const vm::Shape* shape) const;
  Node* field_base(Node* table, const FieldAccess& access, Alias& alias);
  Node* load_field(Node* table, const FieldAccess& access);
  void sample_own(Node* v, const Value* seen, const FieldAccess& access);
  void sample_field(Node* v, const Value* object, Value key);
  Node* table_of_shape(Node* object, const vm::Shape* shape);
  void note_candidates(const Node* method, const std::vector<FieldAccess>& places);
  Alias place_alias(const Value* place, const vm::Shape* shape) const;
  void guard_epoch(u64 epoch);
  u64 vm_offset(const void* field) const;

  // lower_calls.cpp
  void call_target(bytecode::Instruction in, Node* callee, std::span<Node* const> arguments);
  bool call_candidates(bytecode::Instruction in, Node* callee, std::span<Node* const> arguments);
  void call(bytecode::Instruction in);
  const vm::Native* likely_native(bytecode::Instruction in, const Node* callee) const;
  vm::Prototype* likely_target(bytecode::Instruction in, const Node* callee) const;
  Node* guard_target(Node* callee, const vm::Prototype* target);
  bool wants_inlining(const vm::Prototype* target, u32 call_register, u32 arguments) const;
  void inline_call(bytecode::Instruction in, Node* callee, vm::Prototype* target, std::span<Node* const> arguments, i32 results);
  void merge_returns(bytecode::Instruction in, std::vector<Edge>& edges, u32 wanted);
  void general_call(bytecode::Instruction in, Node* callee, u32 count, bool gives_one = false);
  bool direct_call(bytecode::Instruction in, Node* callee, vm::Prototype* target, std::span<Node* const> arguments);
  u32 wanted_of_open_call(bytecode::Instruction in) const;
  Node* as_type(Node* value, const ir::DirectParameter& wanted);
  void guess_result(u32 reg, Node* result) const;
  void note_return(std::span<Node* const> values);
  bool return_directly(std::span<Node* const> values);
  Node* slot_address(u32 reg);
  bool native_call(bytecode::Instruction in, const vm::Native* native, std::span<Node* const> arguments);
  void return_values(std::vector<Node*> values);
  void clear_from(u32 reg);

  // lower_varargs.cpp
  bool lower_vararg(bytecode::Instruction in);
  std::span<Node* const> extras() const;
  Node* extra_count();
  void get_extra(bytecode::Instruction in);
  Node* choose_extra(Node* key);
  void spread_extras(bytecode::Instruction in);
  void store_arguments();
  void keep_arguments(std::span<Node* const> arguments);

  // lower_intrinsics.cpp
  Node* type_of(const vm::Native* native, std::span<Node* const> arguments);
  Node* intrinsic(vm::Intrinsic which, std::span<Node* const> arguments);
  Node* select(Node* condition, Node* yes, Node* no);
  Node* extreme(bool largest, std::span<Node* const> arguments);
  Node* string_byte(std::span<Node* const> arguments);
  static bool is_untouched(const Node* object, const Node* box);
  Node* set_metatable(std::span<Node* const> arguments);
  Node* bit_operation(vm::Intrinsic which, std::span<Node* const> arguments);

  // lower_range.cpp
  void range_prepare(bytecode::Instruction in);
  void range_next(bytecode::Instruction in);
  void range_ints(u32 a);
  void range_array(u32 a);
  void range_fields(u32 a, bool with_array);
  void range_any(u32 a);
  Node* first_cursor(Node* table, const vm::Table* seen);
  Node* raw(u64 bits);

  Builder& b_;
  Emitter& e_;
  vm::Prototype* prototype_;
  FrameBuilder* caller_;
  const CodeAnalysis& analysis_;
  i32 base_;
  Node* function_;
  u64 path_;                      // tells inlined copies apart
  u32 depth_;
  i32 region_loop_ = -1;          // the loop that is the region; control that leaves it leaves the region
  State state_;
  u32 pc_ = 0;
  bool failed_ = false;           // the instruction at pc_, or the joining of ways there, has left before: no more speculation
  bool is_at_join_ = false;       // what is emitted joins ways, in front of the instruction at pc_
  std::vector<std::vector<Edge>> pending_;  // by block
  std::vector<Returned> returns_;
  std::unordered_map<const Node*, std::vector<Value>> candidates_;  // of methods found by shape
  std::unordered_set<const Node*> mixed_;  // numbers that have been ints as well as floats
  std::vector<ir::SnapshotFrame> outer_frames_;
  std::vector<ir::SnapshotEntry> outer_registers_;
  bool needs_check_ = false;      // the instruction called: the code may have become invalid
  i32 top_count_ = -1;            // values that the instruction before left "to top"; -1: not known
  i32 next_top_count_ = -1;
  u32 resume_pc_ = 0;             // while a callee is built: the instruction after the call
  i32 distance_ = 0;              // of an inlined function with a variable number of arguments: SnapshotFrame::distance
  std::vector<Node*> arguments_;  // and all that were given
  u32 last_built_ = 0;            // the last instruction built: the one at pc_, or a method's call that was built with it
  u32 block_end_ = 0;             // of the bytecode block being built
  bool is_unlikely_ = false;      // the way being built is that of methods nobody expects: no speculation about the callee
  bool is_unrolling_ = false;     // the loop being built will not come back
};

}  // namespace gs::jit::region
