# What a build can choose.
option(GSCRIPT_CLI "Build the gscript command" ${PROJECT_IS_TOP_LEVEL})
option(GSCRIPT_TESTS "Build the unit tests" ${PROJECT_IS_TOP_LEVEL})
option(GSCRIPT_FUZZ "Build the libFuzzer targets" OFF)
option(GSCRIPT_SHARED "Build a shared library beside the static one" OFF)
option(GSCRIPT_WERROR "Treat warnings as errors" OFF)
set(GSCRIPT_SANITIZE "" CACHE STRING "Sanitizers: address, undefined, or both separated by a comma")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
