# junheng_tidy(<target>): clang-tidy over the sources of a target, as part of the target `tidy`.
#
# One stamp per source, so that ninja runs them on all cores and a second run only looks at what changed. A header
# may change what any file means, so every header of the project counts for every file.
# Run it in a build made by clang (sanitize) or emcc (wasm): clang-tidy stops at g++'s own warning flags.
find_program(JUNHENG_CLANG_TIDY NAMES clang-tidy-14 clang-tidy DOC "clang-tidy; 14 is the reference")
add_custom_target(tidy)

if(EMSCRIPTEN)
  # em++ hides the sysroot and the target from its command line; it prints them when asked.
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} --cflags OUTPUT_VARIABLE junheng_tidy_cflags
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  separate_arguments(junheng_tidy_cflags UNIX_COMMAND "${junheng_tidy_cflags}")
  list(TRANSFORM junheng_tidy_cflags PREPEND --extra-arg=)
endif()

function(junheng_tidy target)
  if(NOT JUNHENG_CLANG_TIDY OR CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    return()
  endif()
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/core/*.h ${PROJECT_SOURCE_DIR}/imgui_app/*.h ${PROJECT_SOURCE_DIR}/web/src/*.h)
  get_target_property(sources ${target} SOURCES)
  set(stamps "")
  foreach(source IN LISTS sources)
    if(NOT source MATCHES "\\.cpp$" OR source MATCHES "^${CMAKE_BINARY_DIR}/")
      continue()
    endif()
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE name)
    set(stamp ${CMAKE_BINARY_DIR}/tidy/${name}.ok)
    cmake_path(GET stamp PARENT_PATH folder)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${JUNHENG_CLANG_TIDY} --quiet -p ${CMAKE_BINARY_DIR} ${junheng_tidy_cflags} ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
      COMMENT "clang-tidy ${name}"
      VERBATIM)
    list(APPEND stamps ${stamp})
  endforeach()
  add_custom_target(tidy_${target} DEPENDS ${stamps})
  add_dependencies(tidy tidy_${target})
endfunction()
