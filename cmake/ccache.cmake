# A compiler cache where the machine has one, so that clones of the project share what they compile.
#
# Paths under the checkout count as relative to it, and the folder of the build does not count: debug information and
# messages name files from the root on (-ffile-prefix-map), so the same source gives the same object in every clone.
find_program(JUNHENG_CCACHE ccache DOC "Compiler cache; none is fine")
if(JUNHENG_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    # A precompiled header is known by its contents; its time of making and macros that stand in it do not count.
    CCACHE_SLOPPINESS=pch_defines,time_macros ${JUNHENG_CCACHE})
endif()
