# Everything Junheng is built from that was not written here, and nowhere else:
#   junheng_json   nlohmann/json, headers            (Debian: nlohmann-json3-dev)
#   JUNHENG_CHARACTERS   OpenCC's table of characters, and its reader (Debian: opencc)
#   JUNHENG_PYTHON   html.entities of Python's library (Debian: python3)
#   gtest_main     GoogleTest, from its sources      (Debian: googletest), with tests only
#   imgui          Dear ImGui 1.92.2 or newer        (./dev fetches it)

# ---- header-only libraries ------------------------------------------------------------------------------------
# For wasm /usr/include must never be on the include path: the compiler would take this machine's <stdio.h> instead
# of its own, and fail far from the cause. So the one folder is linked into the build tree and only that is seen.
function(junheng_header_only target folder_name probe package)
  find_path(${target}_INCLUDE_DIR ${probe} NO_CMAKE_FIND_ROOT_PATH
            PATHS /usr/include /usr/local/include DOC "Folder with ${probe}")
  if(NOT ${target}_INCLUDE_DIR)
    message(FATAL_ERROR "${probe} not found. Install the package ${package}, or set ${target}_INCLUDE_DIR.")
  endif()
  set(links ${CMAKE_BINARY_DIR}/include/${target})
  file(MAKE_DIRECTORY ${links})
  file(CREATE_LINK ${${target}_INCLUDE_DIR}/${folder_name} ${links}/${folder_name} SYMBOLIC)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${links})
endfunction()

junheng_header_only(junheng_json nlohmann nlohmann/json.hpp nlohmann-json3-dev)
# For everybody, tests too: the library is all inline functions, and two files that disagree about this would give
# two different bodies to one name, of which the linker takes either.
target_compile_definitions(junheng_json INTERFACE JSON_NOEXCEPTION)

# ---- characters ------------------------------------------------------------------------------------------------
# A table of the package, made smaller by Node, which every build needs: 6 kB of the download in place of 17.
find_program(JUNHENG_OPENCC_DICT opencc_dict DOC "Reads the dictionaries of OpenCC")
find_program(JUNHENG_NODE NAMES node nodejs DOC "Node 18 or newer")
find_file(JUNHENG_CHARACTERS TSCharacters.ocd2 PATHS /usr/share/opencc /usr/local/share/opencc NO_CMAKE_FIND_ROOT_PATH
          DOC "Traditional characters with their simplified twins, as OpenCC has them")
if(NOT JUNHENG_OPENCC_DICT OR NOT JUNHENG_CHARACTERS OR NOT JUNHENG_NODE)
  message(FATAL_ERROR "opencc_dict, TSCharacters.ocd2 or node not found. Install the packages opencc and nodejs.")
endif()

# ---- references of HTML -----------------------------------------------------------------------------------------
# 2,125 names that nobody should copy by hand: Python has the table of the standard in its library.
find_program(JUNHENG_PYTHON NAMES python3 python DOC "Python 3, for a table of its library")
if(NOT JUNHENG_PYTHON)
  message(FATAL_ERROR "python3 not found. Install the package python3.")
endif()

# ---- GoogleTest -----------------------------------------------------------------------------------------------
# From source, also natively: only then do the sanitizers and wasm see a library built like the tests themselves.
set(JUNHENG_GOOGLETEST_DIR /usr/src/googletest CACHE PATH "Sources of GoogleTest")
set(JUNHENG_HAVE_GOOGLETEST OFF)
if(JUNHENG_TESTS AND EXISTS ${JUNHENG_GOOGLETEST_DIR}/CMakeLists.txt)
  set(JUNHENG_HAVE_GOOGLETEST ON)
  set(BUILD_GMOCK OFF CACHE BOOL "" FORCE)
  set(INSTALL_GTEST OFF CACHE BOOL "" FORCE)
  if(EMSCRIPTEN)
    set(gtest_disable_pthreads ON CACHE BOOL "" FORCE)
  endif()
  add_subdirectory(${JUNHENG_GOOGLETEST_DIR} ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
  if(EMSCRIPTEN)
    # GoogleTest throws and catches. Only tests are linked with it; the product has no exceptions.
    target_compile_options(gtest PUBLIC -fexceptions)
    target_compile_options(gtest_main PRIVATE -fexceptions)
  endif()
elseif(JUNHENG_TESTS)
  message(STATUS "No GoogleTest in ${JUNHENG_GOOGLETEST_DIR}: C++ tests are left out (package googletest).")
endif()

if(NOT JUNHENG_WORKBENCH)
  return()
endif()

# ---- Dear ImGui -----------------------------------------------------------------------------------------------
# 1.92.2 is the oldest that will do: glyphs made on demand and ImFontLoader, by which the browser draws the text.
set(junheng_imgui_oldest 19220)
include(FetchContent)
# ./dev hands over FETCHCONTENT_SOURCE_DIR_IMGUI; the address is for people with a network who call CMake themselves.
FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG v1.92.2b
  GIT_SHALLOW ON)
FetchContent_GetProperties(imgui)
if(NOT imgui_POPULATED)
  FetchContent_Populate(imgui)  # it has no CMakeLists.txt of its own
endif()

file(STRINGS ${imgui_SOURCE_DIR}/imgui.h junheng_imgui_line REGEX "^#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+" junheng_imgui_version "${junheng_imgui_line}")
if(junheng_imgui_version LESS junheng_imgui_oldest)
  message(FATAL_ERROR "Dear ImGui in ${imgui_SOURCE_DIR} has version number ${junheng_imgui_version}; "
                      "${junheng_imgui_oldest} (1.92.2) or newer is needed.")
endif()

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
if(JUNHENG_SANITIZE)
  # A key that moves in a list makes an int of the largest float there (ImGuiListClipperRange::FromPositions); what comes
  # of it is clamped to the list.
  target_compile_options(imgui PRIVATE -fno-sanitize=float-cast-overflow)
endif()
target_link_libraries(imgui PUBLIC junheng_arithmetic)
# Public: they change the layout of types, so that whoever includes imgui.h must see the same ones.
target_compile_definitions(imgui PUBLIC
  IMGUI_USE_WCHAR32                    # rare characters of names (𠮷, 䶮) lie above U+FFFF
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS     # nothing here may lean on what the next version removes
  IMGUI_DISABLE_DEMO_WINDOWS           # tens of KB that nobody opens
  IMGUI_DISABLE_DEBUG_TOOLS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS)        # there are no files in a browser; layout is kept by the page
if(EMSCRIPTEN)
  # The browser draws the letters. Its loader stands where that of FreeType would (glyphs_browser.cpp), so that neither
  # stb_truetype nor a font of pixels, which nobody would see, is part of the download.
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_DEFAULT_FONT)
  add_library(imgui_opengl3 STATIC ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_opengl3 SYSTEM PUBLIC ${imgui_SOURCE_DIR}/backends)
  target_compile_definitions(imgui_opengl3 PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_link_libraries(imgui_opengl3 PUBLIC imgui)
  # Drawing is not where the time goes, and it is the bulk of the download.
  target_compile_options(imgui PRIVATE -Os -fno-exceptions -fno-rtti)
  target_compile_options(imgui_opengl3 PRIVATE -Os -fno-exceptions -fno-rtti)
endif()
