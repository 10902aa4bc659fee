// stencilgen layout IN.s OUT.s     rearranges the compiler's assembly
// stencilgen table IN.o OUT.inc    writes the table of stencils
#include <cstdio>
#include <fstream>
#include <sstream>

#include "stencilgen.hpp"

int main(int count, char** words) {
  std::string command = count == 4 ? words[1] : "";
  if (command != "layout" && command != "table") {
    std::fprintf(stderr, "usage: stencilgen layout IN.s OUT.s | stencilgen table IN.o OUT.inc\n");
    return 2;
  }
  std::ifstream in(words[2], std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) {
    std::fprintf(stderr, "stencilgen: cannot read %s\n", words[2]);
    return 1;
  }
  std::ofstream out(words[3], std::ios::binary);
  out << (command == "layout" ? stencilgen::lay_out(text.str()) : stencilgen::make_table(text.str()));
  out.close();
  if (out) return 0;
  std::fprintf(stderr, "stencilgen: cannot write %s\n", words[3]);
  return 1;
}
