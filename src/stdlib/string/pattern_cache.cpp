// Direct-mapped by the address of the pattern string, which is its content for interned strings. Entries keep their
// strings alive, so an address never changes its meaning.
#include "stdlib/string/pattern_cache.hpp"

#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

struct CacheEntry {
  String* text;
  Pattern* program;
};

struct PatternCache {
  static constexpr u32 kEntries = 32;
  static constexpr usize kMaxCached = 1 << 14;  // bytes of one program
  CacheEntry entries[2][kEntries];              // [anchors]

  CacheEntry& entry(const String* text, bool anchors) {
    const u64 address = reinterpret_cast<u64>(text);
    return entries[anchors][(address >> 4 ^ address >> 9) % kEntries];
  }
};

void trace_cache(void* payload, void* marker) {
  auto& heap = *static_cast<Heap*>(marker);
  for (auto& row : static_cast<PatternCache*>(payload)->entries) {
    for (CacheEntry& entry : row) {
      heap.mark_cell(entry.text);
      heap.mark_cell(entry.program);
    }
  }
}

constexpr UserdataClass kCacheClass{"pattern cache", nullptr, trace_cache};

Pattern* compile(Vm& vm, String* text, bool anchors, usize& size) {
  PatternCompiler compiler;
  if (!compiler.compile(view(text), anchors)) {
    vm.raise(compiler.error());
    return nullptr;
  }
  size = compiler.size();
  auto* program = vm.heap().allocate_cell<Pattern>(CellKind::kRaw, size);
  if (program) compiler.place(program);
  return program;
}

}  // namespace

Value new_pattern_cache(Vm& vm) {
  Userdata* object = vm.userdata(kCacheClass, nullptr, sizeof(PatternCache));
  return object ? Value::object(object) : Value::raised();
}

const Pattern* get_pattern(Vm& vm, Args args, String* text, bool anchors) {
  auto* object = static_cast<Userdata*>(args.callee()->captures[0].as_cell());
  CacheEntry& entry = reinterpret_cast<PatternCache*>(object->payload)->entry(text, anchors);
  if (GS_LIKELY(entry.text == text)) return entry.program;
  usize size;
  Pattern* program = compile(vm, text, anchors, size);
  if (program && text->is_interned() && size <= PatternCache::kMaxCached) {
    entry = {text, program};
    vm.heap().barrier(object);
  }
  return program;
}

bool poll_vm(void* vm) { return static_cast<Vm*>(vm)->poll(); }

}  // namespace gs::stdlib
