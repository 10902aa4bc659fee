// The layouts of heap objects. Plain data: behaviour is in the files named at each struct. Layout facts are relied on by the
// interpreter and, later, by generated code: change them only together.
#pragma once

#include <string_view>

#include "bytecode/instruction.hpp"
#include "vm/heap/header.hpp"
#include "vm/object/value.hpp"

namespace gs::vm {

class Vm;
struct Prototype;
struct Shape;
struct HashPart;
struct MachineCode;
struct Args;

struct BoxedInt : CellHeader {
  i64 value;
};

inline i64 Value::as_int() const { return GS_LIKELY(is_small_int()) ? as_small_int() : as_boxed_int()->value; }

// object/string.hpp. Immutable bytes. Short strings (<= kMaxInterned) are interned: one object per content, so equality is
// pointer equality. aux holds the hash (0: not computed yet).
struct String : CellHeader {
  u64 length;
  const char* data;  // points to `inline_bytes` or into storage; not NUL-terminated
  union {
    char inline_bytes[8];
    CellHeader* storage;  // kExternal: the StringStorage that holds the bytes
  };

  static constexpr u8 kInterned = 1;  // flags
  static constexpr u8 kExternal = 4;  // flags: bytes are in `storage`
  static constexpr u8 kConcatenated = 8;  // flags: came from `..`: the next concatenation onto it leaves room to grow
  static constexpr u64 kMaxInterned = 40;
  bool is_interned() const { return flags & kInterned; }
};
static_assert(offsetof(String, inline_bytes) == 24);

// Bytes of long strings (a kRaw cell). Concatenation onto the string that ends at `used` appends in place, so that
// `s = s .. x` in a loop is linear and its result is flat at any time.
struct StringStorage : CellHeader {
  u64 used;
  u64 capacity;
  char bytes[];
};

// Array kinds: what the array part holds (CellHeader::detail of a table). Facts for the optimizing tier and for store checks.
enum class ArrayKind : u8 { kEmpty = 0, kInts = 1, kDoubles = 2, kAny = 3, kBooleans = 4 };

// The kind of an array of this one element.
constexpr ArrayKind kind_of_element(Value v) {
  return v.is_double()      ? ArrayKind::kDoubles
         : v.is_small_int() ? ArrayKind::kInts
         : v.is_boolean()   ? ArrayKind::kBooleans
                            : ArrayKind::kAny;
}

// object/table.hpp.
struct Table : CellHeader {
  Shape* shape;        // layout of the named fields, and the metatable
  Value* array;        // element i (1-based) is array[i - 1]; null if capacity is 0
  u32 array_length;
  u32 array_capacity;
  Value* overflow;     // named fields beyond the inline slots; null if none
  HashPart* hash;      // general part, or null
  Value slots[];       // shape->inline_capacity named fields

  static constexpr u8 kHasMetatable = 1;   // flags: some metatable is set
  static constexpr u8 kIsPrototype = 2;    // flags: lookups went through this table (as metatable or __index target)
  static constexpr u8 kIsMetatable = 4;    // flags: some table's or class's metatable
  static constexpr u8 kWeakKeys = 8;
  static constexpr u8 kWeakValues = 16;
  static constexpr u8 kDictionary = 32;    // flags: string keys live in `hash`; shape has no fields
  ArrayKind array_kind() const { return ArrayKind(detail); }
};
static_assert(offsetof(Table, slots) == 48);

// A captured, reassigned variable.
struct Variable : CellHeader {
  Value value;  // empty until the declaration has run
};

// A global variable or a module's private top-level variable.
struct Global : CellHeader {
  Value value;  // empty while undefined
  String* name;
  // aux: how often it was assigned, for the optimizer
  static constexpr u32 kUndefined = 0;
  static constexpr u32 kAssignedOnce = 1;
  static constexpr u32 kAssignedMany = 2;
  static constexpr u32 kConstant = 3;
  static constexpr u8 kWatched = 1;  // flags: machine code relies on what aux says
};

// Anything callable with the function tag.
struct Function : CellHeader {
  bool is_closure() const { return kind == CellKind::kClosure; }
};

struct Closure : Function {
  Prototype* prototype;
  Value captures[];  // by-value copies, or Variables under the object tag
};

using NativeFunction = Value (*)(Vm& vm, Args args);

struct Native : Function {
  NativeFunction entry;
  String* name;      // qualified: "string.rep", "file:read"
  Value captures[];  // aux of them
};

// How often a call, loop or entry ran, types seen and inline caches: feedback slots precede the prototype in memory.
struct alignas(32) FeedbackSlot {
  u64 word[4];
};

struct LineEntry {
  u32 start;  // first instruction index
  u32 line;
};

// A loaded function. Pinned by the interpreter: constants at constants[i], feedback slot i at prototype - (i + 1).
// Lives in the large-object list (its allocation starts `feedback_count` slots earlier).
struct Prototype : CellHeader {
  bytecode::Instruction* code;
  // Where calls go. Interpreter: the instruction it continues at, generic (vm->call_arguments are given) and exact (all
  // parameters given, room in the red zone). Machine code: native entries of the same two sorts (docs/internals/baseline.md).
  const bytecode::Instruction* start;
  const bytecode::Instruction* exact_start;
  const void* entry;
  const void* exact_entry;
  MachineCode* machine;     // null: interpreted
  u16 quick_arguments;      // parameters + 1 if exact entries may be used, else 0
  u16 patience;             // calls from machine code until it is compiled
  u32 code_length;
  u32 frame_size;
  u16 parameters;
  u8 is_vararg;
  u8 has_defer;
  u32 constant_count;
  u32 feedback_count;
  u32 capture_count;
  u32 line_count;
  const LineEntry* lines;
  const u32* capture_list;  // register or captured slot of the enclosing function; kFromRegister marks registers
  String* name;             // null if anonymous
  String* source;           // chunk name
  u32 line;
  u8 function_kind;         // bytecode::FunctionKind
  u8 has_learnt;            // since it was compiled: bit 0 about its branches, bit 1 about its types
  u8 compilations;
  u8 pad;
  u32 twin_count;
  u32 heat;                 // entries and loop iterations, as polls found it running
  const u16* twins;         // constant i of them has its float twin at constants[constant_count + i]
  const u8* constant_kinds;  // bytecode::Constant::Kind of each: which constants are raw pointers
  void* storage;            // malloc'ed block that holds code, lines, lists and templates
  usize storage_size;
  Value constants[];        // Values; also raw Global*, Prototype*, TableTemplate* for their opcodes; then the float twins

  static constexpr u32 kFromRegister = 1u << 31;
  FeedbackSlot* feedback(u32 index) { return reinterpret_cast<FeedbackSlot*>(this) - (index + 1); }
};

// Userdata: objects of native classes. `payload` is the C++ object, made and destroyed by the class.
struct UserdataClass {
  const char* name;                             // class name, as in "file"
  void (*destroy)(void* payload) = nullptr;     // run when the object dies
  void (*trace)(void* payload, void* marker) = nullptr;  // reports Values the payload holds
  // A field of the object that is no method; nil if there is none of this name.
  Value (*field)(Vm& vm, void* payload, std::string_view name) = nullptr;
};

struct Userdata : CellHeader {
  const UserdataClass* type;
  Table* metatable;   // methods and metamethods of the class in this VM
  u64 payload_size;
  alignas(16) char payload[];
};

}  // namespace gs::vm
