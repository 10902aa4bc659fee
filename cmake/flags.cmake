# Compiler flags as interface libraries: gs_common for everything, gs_interior for the code between the host boundary and
# the hardware, gs_handlers for the interpreter's handlers.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "GScript needs clang 19 or later (preserve_none, musttail); use the presets or set CMAKE_CXX_COMPILER")
endif()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")

add_library(gs_common INTERFACE)
target_compile_features(gs_common INTERFACE cxx_std_20)
target_include_directories(gs_common INTERFACE
  "${PROJECT_SOURCE_DIR}/src" "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/generated")
# Cells inherit from CellHeader: not standard layout by the letter, laid out like C by every ABI we build for.
target_compile_options(gs_common INTERFACE -Wall -Wextra -Wno-invalid-offsetof -ffunction-sections -fno-stack-protector -fcf-protection=none)
if(GSCRIPT_WERROR)
  target_compile_options(gs_common INTERFACE -Werror)
endif()
add_link_options(-fuse-ld=lld)

# Exceptions never travel through interior frames: host callbacks are caught where they are called (src/api).
add_library(gs_interior INTERFACE)
target_link_libraries(gs_interior INTERFACE gs_common)
target_compile_options(gs_interior INTERFACE -fno-exceptions -fno-rtti)

add_library(gs_handlers INTERFACE)
target_link_libraries(gs_handlers INTERFACE gs_interior)

if(GSCRIPT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(GSCRIPT_SANITIZE)
  # Stack frames must stay on the stack: the collector scans it. vptr needs RTTI.
  add_compile_options(-g -fno-omit-frame-pointer -fsanitize=${GSCRIPT_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GSCRIPT_SANITIZE})
  if(GSCRIPT_SANITIZE MATCHES "address")
    add_compile_options(-fsanitize-address-use-after-return=never)
  endif()
  if(GSCRIPT_SANITIZE MATCHES "undefined")
    # memcpy and friends may be given null for no bytes: C2y says so, and every C library does.
    add_compile_options(-fno-sanitize=vptr,function,nonnull-attribute)
    add_link_options(-fno-sanitize=vptr,function,nonnull-attribute)
  endif()
else()
  target_compile_options(gs_interior INTERFACE -fno-asynchronous-unwind-tables)
  target_compile_options(gs_handlers INTERFACE $<$<CONFIG:Release>:-O3>)
endif()
