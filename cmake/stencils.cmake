# The table of stencils: the stencil source is compiled to assembly, rearranged, assembled, and read into a C++ table. Its flags
# are its own, whatever the build's: position-dependent code without anything the run-time compiler cannot copy.
file(GLOB stencilgen_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/stencilgen/*.cpp")
add_executable(stencilgen ${stencilgen_sources})
target_compile_features(stencilgen PRIVATE cxx_std_20)
target_include_directories(stencilgen PRIVATE "${PROJECT_SOURCE_DIR}/src")

set(stencil_source "${PROJECT_SOURCE_DIR}/src/jit/baseline/stencil_source.cpp")
set(stencil_folder "${PROJECT_BINARY_DIR}/generated/jit/baseline")
set(stencil_table "${stencil_folder}/stencils.inc")
set(stencil_flags -O3 -std=c++20 -DNDEBUG -fno-pic -mcmodel=small -fno-exceptions -fno-rtti -fno-stack-protector
  -fcf-protection=none -fno-asynchronous-unwind-tables -fno-unwind-tables -fno-jump-tables -fomit-frame-pointer -mno-red-zone
  -fno-vectorize -fno-slp-vectorize -fno-unroll-loops
  # Slow halves are declared and left out; what a continuation does not need is passed uninitialized.
  -Wno-invalid-offsetof -Wno-undefined-internal -Wno-uninitialized)
file(MAKE_DIRECTORY "${stencil_folder}")
add_custom_command(OUTPUT "${stencil_table}"
  COMMAND "${CMAKE_CXX_COMPILER}" ${stencil_flags} -I "${PROJECT_SOURCE_DIR}/src" -I "${PROJECT_BINARY_DIR}/generated"
    -MD -MF "${stencil_folder}/stencils.d" -MT "${stencil_table}" -S "${stencil_source}" -o "${stencil_folder}/compiled.s"
  COMMAND stencilgen layout "${stencil_folder}/compiled.s" "${stencil_folder}/laid_out.s"
  COMMAND "${CMAKE_CXX_COMPILER}" -c "${stencil_folder}/laid_out.s" -o "${stencil_folder}/stencils.o"
  COMMAND stencilgen table "${stencil_folder}/stencils.o" "${stencil_table}"
  DEPENDS "${stencil_source}" stencilgen
  DEPFILE "${stencil_folder}/stencils.d"
  COMMENT "Making the stencils of the baseline compiler" VERBATIM)
target_sources(gs_jit_baseline PRIVATE "${stencil_table}")
