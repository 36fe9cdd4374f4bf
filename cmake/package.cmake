# The core as a CMake package, for other people's C++ programs:
#
#   cmake -S . -B build/core -D CMAKE_BUILD_TYPE=Release -D JUNHENG_WORKBENCH=OFF -D JUNHENG_TESTS=OFF
#   cmake --build build/core && cmake --install build/core --component junheng --prefix <where>
#
# and there: find_package(junheng REQUIRED), target_link_libraries(… junheng::core). Its version is the project's.
if(NOT TARGET junheng_core)
  return()
endif()

include(CMakePackageConfigHelpers)
set(junheng_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/junheng)

set_target_properties(junheng_core PROPERTIES EXPORT_NAME core OUTPUT_NAME junheng)
set_target_properties(junheng_arithmetic PROPERTIES EXPORT_NAME arithmetic)
# Also for who adds the sources to his own tree: the same name in both ways.
add_library(junheng::core ALIAS junheng_core)

install(TARGETS junheng_core junheng_arithmetic EXPORT junheng-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT junheng)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/include/junheng DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT junheng)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/junheng COMPONENT junheng)
install(EXPORT junheng-targets NAMESPACE junheng:: DESTINATION ${junheng_package_dir} COMPONENT junheng)

# The configuration is the targets: there is no other package to be found before them.
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/junheng-config.cmake @ONLY CONTENT
"include(\"\${CMAKE_CURRENT_LIST_DIR}/junheng-targets.cmake\")\n")
# Below 1.0 a minor version may change a header.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/junheng-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/junheng-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/junheng-config-version.cmake
        DESTINATION ${junheng_package_dir} COMPONENT junheng)
