#include "jit/code/perf_map.hpp"

#include <elf.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <ctime>

#include "platform/memory.hpp"

namespace gs::jit {

namespace {

// The format of tools/perf/Documentation/jitdump-specification.txt in the Linux source.
struct DumpHeader {
  u32 magic = 0x4A695444;
  u32 version = 1;
  u32 size = 40;
  u32 machine = EM_X86_64;
  u32 padding = 0;
  u32 process;
  u64 time;
  u64 flags = 0;
};

struct RecordHeader {
  u32 kind;  // 0: code, 2: lines
  u32 size;
  u64 time;
};

struct CodeRecord {
  u32 process, thread;
  u64 address, code_address;
  u64 size, index;
};

struct LineRecord {
  u64 code_address;
  u64 count;
};

struct LineEntry {
  u64 address;
  u32 line;
  u32 discriminator;
};

// perf record -k mono
u64 now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return u64(time.tv_sec) * 1000000000 + u64(time.tv_nsec);
}

}  // namespace

void PerfMap::open() {
  std::string path = "/tmp/perf-" + std::to_string(getpid()) + ".map";
  map_ = std::fopen(path.c_str(), "w");
  open_dump();
}

void PerfMap::open_dump() {
  std::string path = "jit-" + std::to_string(getpid()) + ".dump";
  dump_ = std::fopen(path.c_str(), "w+");
  if (!dump_) return;
  DumpHeader header;
  header.process = u32(getpid());
  header.time = now();
  write(&header, sizeof header);
  std::fflush(dump_);
  marker_ = mmap(nullptr, platform::kPageSize, PROT_READ | PROT_EXEC, MAP_PRIVATE, fileno(dump_), 0);
}

PerfMap::~PerfMap() {
  if (map_) std::fclose(map_);
  if (dump_) std::fclose(dump_);
  if (marker_ && marker_ != MAP_FAILED) munmap(marker_, platform::kPageSize);
}

void PerfMap::add(std::string_view name, std::string_view source, const char* code, usize size,
                  std::span<const CodeLine> lines) {
  if (map_) {
    std::fprintf(map_, "%llx %zx %.*s\n", static_cast<unsigned long long>(u64(code)), size, int(name.size()), name.data());
    std::fflush(map_);
  }
  if (!dump_) return;
  usize entries = lines.size() * (sizeof(LineEntry) + source.size() + 1);
  RecordHeader line_header{2, u32(sizeof(RecordHeader) + sizeof(LineRecord) + entries), now()};
  LineRecord line_record{u64(code), lines.size()};
  write(&line_header, sizeof line_header);
  write(&line_record, sizeof line_record);
  for (const CodeLine& at : lines) {
    LineEntry entry{u64(at.address), at.line, 0};
    write(&entry, sizeof entry);
    write(source.data(), source.size());
    write("", 1);
  }
  RecordHeader header{0, u32(sizeof(RecordHeader) + sizeof(CodeRecord) + name.size() + 1 + size), now()};
  u32 thread = u32(syscall(SYS_gettid));
  CodeRecord record{u32(getpid()), thread, u64(code), u64(code), size, code_index_++};
  write(&header, sizeof header);
  write(&record, sizeof record);
  write(name.data(), name.size());
  write("", 1);
  write(code, size);
  std::fflush(dump_);
}

}  // namespace gs::jit
