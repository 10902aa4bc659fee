# `cmake --install`: the command, the library, the headers, a CMake package (find_package(gscript)) and a pkg-config file.
include(CMakePackageConfigHelpers)

if(TARGET gscript_command)
  install(TARGETS gscript_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(TARGETS gscript EXPORT gscript-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(TARGET gscript_shared)
  install(TARGETS gscript_shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/gscript" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gscript)
install(EXPORT gscript-targets NAMESPACE gscript:: DESTINATION ${package_dir})
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/gscript-config.cmake.in"
  "${PROJECT_BINARY_DIR}/gscript-config.cmake" INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/gscript-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/gscript-config.cmake" "${PROJECT_BINARY_DIR}/gscript-config-version.cmake"
  DESTINATION ${package_dir})

# Libraries a static link of libgscript needs besides itself.
set(gs_private_libraries "-pthread")
foreach(module compress net crypto regexp)
  if(NOT module IN_LIST gs_disabled_modules AND TARGET gs_stdlib_${module})
    set(name_compress z)
    set(name_crypto crypto)
    set(name_net "ssl -lcrypto")
    set(name_regexp re2)
    string(APPEND gs_private_libraries " -l${name_${module}}")
  endif()
endforeach()
if(TARGET gs_utf8proc)
  string(APPEND gs_private_libraries " -lutf8proc")
endif()
if(TARGET gs_jit_backend)
  string(APPEND gs_private_libraries " -lasmjit")
endif()
# Relative, so that `cmake --install --prefix` may put it anywhere.
file(RELATIVE_PATH gs_prefix_from_pc "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${PROJECT_SOURCE_DIR}/cmake/gscript.pc.in" "${PROJECT_BINARY_DIR}/gscript.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/gscript.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
