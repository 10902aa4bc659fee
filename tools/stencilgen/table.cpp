// stencilgen, second step: reads sections, symbols and relocations of the object file and writes the table.
#include <elf.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <vector>

#include "stencilgen.hpp"

namespace stencilgen {
namespace {

const char* const kHoles[] = {
#define HOLE(name, meaning) "gs_hole_" #name,
#include "jit/baseline/holes.def"
#undef HOLE
};

const char* const kOpcodes[] = {
#define OP(name, format, meaning) "op_" #name,
#define OPQ(name, format, base) "op_" #name,
#include "defs/opcodes.def"
#include "defs/quick_opcodes.def"
#undef OPQ
#undef OP
};

// Opcodes whose work always ends in C++: they align the stack for the call.
bool may_have_frame(const std::string& name) {
  std::string opcode = name.substr(name.find("op_") == name.npos ? 0 : name.find("op_"));
  return opcode == "op_CALL_C" || opcode == "op_VARARG";
}

[[noreturn]] void fail(const std::string& stencil, const std::string& problem) {
  std::fprintf(stderr, "stencilgen: %s: %s\n", stencil.c_str(), problem.c_str());
  std::exit(1);
}

struct Part {
  std::string bytes;
  std::vector<std::string> relocations;  // as C++ text
};

class Object {
 public:
  explicit Object(const std::string& bytes) : bytes_(bytes) {
    if (bytes_.size() < sizeof(Elf64_Ehdr)) fail("object file", "too short");
    header_ = at<Elf64_Ehdr>(0);
    if (std::memcmp(header_->e_ident, ELFMAG, SELFMAG) != 0 || header_->e_machine != EM_X86_64) {
      fail("object file", "not an x86-64 ELF object");
    }
    sections_ = at<Elf64_Shdr>(header_->e_shoff);
    names_ = at<char>(sections_[header_->e_shstrndx].sh_offset);
    for (int i = 0; i < header_->e_shnum; i++) {
      by_name_[section_name(i)] = i;
      if (sections_[i].sh_type != SHT_SYMTAB) continue;
      symbols_ = at<Elf64_Sym>(sections_[i].sh_offset);
      symbol_names_ = at<char>(sections_[sections_[i].sh_link].sh_offset);
    }
  }

  std::string section_name(int i) const { return names_ + sections_[i].sh_name; }
  int section(const std::string& name) const {
    auto found = by_name_.find(name);
    return found == by_name_.end() ? -1 : found->second;
  }
  std::string contents(int i) const { return bytes_.substr(sections_[i].sh_offset, sections_[i].sh_size); }

  template <typename Visitor>
  void each_relocation(int of, Visitor visit) const {
    for (int i = 0; i < header_->e_shnum; i++) {
      if (sections_[i].sh_type == SHT_REL && int(sections_[i].sh_info) == of) fail(section_name(of), "relocations without addends");
      if (sections_[i].sh_type != SHT_RELA || int(sections_[i].sh_info) != of) continue;
      const auto* first = at<Elf64_Rela>(sections_[i].sh_offset);
      for (Elf64_Xword n = 0; n < sections_[i].sh_size / sizeof(Elf64_Rela); n++) visit(first[n]);
    }
  }
  const Elf64_Sym& symbol(const Elf64_Rela& r) const { return symbols_[ELF64_R_SYM(r.r_info)]; }
  std::string symbol_name(const Elf64_Sym& s) const {
    if (ELF64_ST_TYPE(s.st_info) == STT_SECTION) return section_name(s.st_shndx);
    return symbol_names_ + s.st_name;
  }

 private:
  template <typename T>
  const T* at(std::size_t offset) const {
    return reinterpret_cast<const T*>(bytes_.data() + offset);
  }
  const std::string& bytes_;
  const Elf64_Ehdr* header_;
  const Elf64_Shdr* sections_;
  const char* names_;
  const Elf64_Sym* symbols_ = nullptr;
  const char* symbol_names_ = nullptr;
  std::map<std::string, int> by_name_;
};

class Table {
 public:
  explicit Table(const Object& object) : object_(object) {}

  std::string text() {
    std::string rows;
    for (const char* name : kOpcodes) rows += row(name);
    std::string narrow_rows;
    for (const char* name : kOpcodes) narrow_rows += row(std::string("narrow.") + name);
    std::string out = "// Made by tools/stencilgen from jit/baseline/stencil_source.cpp.\n";
    for (const auto& [symbol, number] : symbols_) out += "extern \"C\" void " + symbol + "();\n";
    std::vector<std::string> in_order(symbols_.size());
    for (const auto& [symbol, number] : symbols_) in_order[std::size_t(number)] = symbol;
    out += "const void* const kSymbols[] = {";
    for (const std::string& symbol : in_order) out += "reinterpret_cast<const void*>(&" + symbol + "),\n";
    out += "};\nconst char* const kSymbolNames[] = {";
    for (const std::string& symbol : in_order) out += "\"" + symbol + "\",\n";
    std::string parts, narrow_parts;
    for (const std::string& symbol : in_order) parts += second_part("", symbol) + ",\n";
    for (const std::string& symbol : in_order) narrow_parts += second_part("narrow.", symbol) + ",\n";
    out += "};\nconst StencilPart kSymbolParts[] = {" + parts + "};\nconst StencilPart kNarrowSymbolParts[] = {" + narrow_parts;
    out += "};\nconstexpr u8 kBytes[] = {" + bytes_ + "};\nconst Relocation kRelocations[] = {\n" + relocations_ + "};\n";
    return out + "constexpr Stencil kStencils[] = {\n" + rows + "};\nconstexpr Stencil kNarrowStencils[] = {\n" + narrow_rows +
           "};\n";
  }

 private:
  std::string row(const std::string& name) {
    int hot_section = object_.section(".text." + name);
    if (hot_section < 0) fail(name, "has no stencil");
    Part hot = read(name, hot_section);
    check_frame(name, hot);
    int cold_section = object_.section(".text.cold." + name);
    Part cold = cold_section < 0 ? Part{} : read(name, cold_section);
    bool falls_through = drop_last_jump(hot);
    bool only_slow = hot.bytes.size() == 5 && hot.relocations.size() == 1 &&
                     hot.relocations[0].find("Fill::kSymbol") != std::string::npos;
    return "{" + write(hot) + ", " + write(cold) + ", " + (falls_through ? "true" : "false") + ", " +
           (only_slow ? "true" : "false") + "},  // " + name + "\n";
  }

  // A second half that is copied into code rather than shared: arithmetic of one int and one float, at sites that have seen it.
  std::string second_part(const std::string& variant, const std::string& symbol) {
    bool is_copied = symbol.rfind("gs_second_", 0) == 0 && symbol.compare(symbol.size() - 2, 2, "_N") == 0;
    if (!is_copied) return "{0, 0, 0, 0}";
    std::string name = variant + symbol.substr(3);
    int section = object_.section(".text." + name);
    if (section < 0) fail(name, "has no code");
    Part part = read(name, section);
    check_frame(name, part);
    return write(part);
  }

  Part read(const std::string& name, int section) {
    Part part{object_.contents(section), {}};
    object_.each_relocation(section, [&](const Elf64_Rela& r) { part.relocations.push_back(relocation(name, part, r)); });
    return part;
  }

  std::string relocation(const std::string& name, const Part& part, const Elf64_Rela& r) {
    const Elf64_Sym& symbol = object_.symbol(r);
    std::string target = object_.symbol_name(symbol);
    auto type = ELF64_R_TYPE(r.r_info);
    std::string fill;
    int number = 0;
    long addend = long(r.r_addend);
    bool is_distance = type == R_X86_64_PLT32 || type == R_X86_64_PC32;
    if (target.rfind("gs_hole_", 0) == 0) {
      number = hole(name, target);
      fill = type == R_X86_64_32S   ? "kHole32"
             : type == R_X86_64_32  ? "kHole32U"
             : type == R_X86_64_64  ? "kHole64"
             : type == R_X86_64_8   ? "kHole8"
                                    : "";
    } else if (is_distance) {
      addend += long(symbol.st_value) + 4;  // from the end of the field
      fill = target == "gs_next"            ? "kNext"
             : target == "gs_taken"         ? "kTaken"
             : target == "gs_skip"          ? "kSkip"
             : target == "gs_enter"         ? "kEnter"
             : target == "gs_call_anew"     ? "kCallAnew"
             : target == "gs_poll"          ? "kPoll"
             : target == ".text." + name || target == name ? "kHot"
             : target == ".text.cold." + name ? "kCold"
             : target.rfind("gs_", 0) == 0  ? "kSymbol"
                                            : "";
      if (fill == "kSymbol") number = symbols_.emplace(target, int(symbols_.size())).first->second;
      if (fill != "kHot" && fill != "kCold" && addend != 0) fail(name, "jump into the middle of " + target);
    }
    if (fill.empty()) fail(name, "unknown relocation of type " + std::to_string(type) + " against " + target);
    std::size_t size = type == R_X86_64_64 ? 8 : type == R_X86_64_8 ? 1 : 4;
    if (r.r_offset + size > part.bytes.size()) fail(name, "relocation outside the code");
    return "{" + std::to_string(r.r_offset) + ", Fill::" + fill + ", " + std::to_string(number) + ", " +
           std::to_string(addend) + "},\n";
  }

  static int hole(const std::string& name, const std::string& symbol) {
    for (std::size_t i = 0; i < std::size(kHoles); i++) {
      if (symbol == kHoles[i]) return int(i);
    }
    fail(name, "unknown hole " + symbol);
  }

  // The shapes of code that compilers make for a stack frame: pushes, and arithmetic on the stack pointer.
  static void check_frame(const std::string& name, const Part& part) {
    if (may_have_frame(name)) return;
    auto byte = [&](std::size_t i) { return i < part.bytes.size() ? static_cast<unsigned char>(part.bytes[i]) : 0u; };
    bool pushes = (byte(0) >= 0x50 && byte(0) <= 0x57) || (byte(0) == 0x41 && byte(1) >= 0x50 && byte(1) <= 0x57);
    bool adjusts = byte(0) == 0x48 && (byte(1) == 0x83 || byte(1) == 0x81) && byte(2) == 0xec;
    if (pushes || adjusts) fail(name, "has a stack frame on its hot path");
  }

  static bool drop_last_jump(Part& part) {
    std::size_t n = part.bytes.size();
    if (n < 5 || static_cast<unsigned char>(part.bytes[n - 5]) != 0xe9 || part.relocations.empty()) return false;
    const std::string start = "{" + std::to_string(n - 4) + ", Fill::";
    std::string& last = part.relocations.back();
    if (last.rfind(start + "kNext", 0) != 0 && last.rfind(start + "kEnter", 0) != 0) return false;
    part.bytes.resize(n - 5);
    part.relocations.pop_back();
    return true;
  }

  std::string write(const Part& part) {
    std::string text = "{" + std::to_string(byte_count_) + ", " + std::to_string(part.bytes.size()) + ", " +
                       std::to_string(relocation_count_) + ", " + std::to_string(part.relocations.size()) + "}";
    for (unsigned char c : part.bytes) bytes_ += std::to_string(c) + ",";
    bytes_ += "\n";
    for (const std::string& r : part.relocations) relocations_ += r;
    byte_count_ += part.bytes.size();
    relocation_count_ += part.relocations.size();
    return text;
  }

  const Object& object_;
  std::map<std::string, int> symbols_;
  std::string bytes_, relocations_;
  std::size_t byte_count_ = 0, relocation_count_ = 0;
};

}  // namespace

std::string make_table(const std::string& bytes) {
  Object object(bytes);
  return Table(object).text();
}

}  // namespace stencilgen
