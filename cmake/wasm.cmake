# junheng_wasm_module(<target> EXPORT <name> SOURCES … [LIBRARIES …] [WEBGL])
#
# A WebAssembly program as two files, bin/<target>.js and .wasm. Every option the linker gets stands here, with its
# reason. The .js is a classic script that defines one function, <name>(options) → promise of the module; our own
# ES modules wrap it and hand over `wasmBinary`, because the loader of emcc 3.1.6 uses `fetch` on a file path in
# Node, and its ES6 form wants `require` there.

# No exceptions in the product: a throw would reach JavaScript as a bare number. Errors are values.
# (The tests link with -fexceptions for GoogleTest's sake; the code under test is compiled as for the product.)
add_library(junheng_wasm_code INTERFACE)
target_compile_options(junheng_wasm_code INTERFACE -fno-exceptions)

# From -O1 on emcc 3.1.6 of Debian looks for the JavaScript parser `acorn` and finds it only with this variable.
# Set on the link command itself, so that the build does not depend on the shell it is called from.
function(junheng_wasm_link_environment target)
  if(EXISTS /usr/share/nodejs/acorn)
    set_property(TARGET ${target} PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  endif()
endfunction()

# Of Binaryen, which emcc calls too.
find_program(JUNHENG_WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" REQUIRED)

function(junheng_wasm_module target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "WEBGL" "EXPORT" "SOURCES;LIBRARIES")
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE junheng_flags junheng_wasm_code ${arg_LIBRARIES})
  junheng_wasm_link_environment(${target})

  target_link_options(${target} PRIVATE
    -fno-exceptions                 # links the library without the unwinder
    -flto                           # the core is made for it; also takes the system's libraries made for it
    # Hot sources are inlined when they are compiled; what the linker would inline once more only makes the download
    # bigger: 4 kB of the engine.
    -Oz -Wl,-mllvm,-inline-threshold=-30
    --bind                          # embind, the door of every module: 9 kB of download
    --no-entry                      # a module of classes; main() is not wanted
    -sMODULARIZE=1                  # no globals but one function; several instances may live side by side
    -sEXPORT_NAME=${arg_EXPORT}
    # Only `web`: in Node the wrapper hands over the bytes, and then nothing else of the environment is used. Naming
    # `node` would put `require` into the text, which an ES module has not.
    -sENVIRONMENT=web
    # Of functions with one caller only the small ones are put into it: see core/src/base/own_call.h.
    -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=60
    -sDYNAMIC_EXECUTION=0           # embind would use `new Function`, which the content security policy forbids
    -sFILESYSTEM=0                  # no files: saves about 60 KB of JavaScript
    -sASSERTIONS=0
    -sALLOW_MEMORY_GROWTH=1         # a county needs one page of memory, the nation hundreds of MB
    -sMAXIMUM_MEMORY=4GB            # the national table with all its text; the default stops at 2 GB
    -sMALLOC=emmalloc               # few, large blocks: the small allocator does, and saves 6 KB
    -sERROR_ON_UNDEFINED_SYMBOLS=1
    -sEXPORTED_RUNTIME_METHODS=[]
    # What the wrapper may hand in; code for everything else is left out.
    -sINCOMING_MODULE_JS_API=[wasmBinary,instantiateWasm,locateFile,canvas,print,printErr,onAbort])
  if(arg_WEBGL)
    target_link_options(${target} PRIVATE
      -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2   # one dialect of shaders; without it there is the plain page
      -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0)
  endif()

  # What emcc has Binaryen do once is worth doing three times: a kilobyte of each module.
  set(optimise ${JUNHENG_WASM_OPT} -Os --one-caller-inline-max-function-size=60
      $<TARGET_FILE_DIR:${target}>/${target}.wasm -o $<TARGET_FILE_DIR:${target}>/${target}.wasm)
  add_custom_command(TARGET ${target} POST_BUILD VERBATIM COMMAND ${optimise} COMMAND ${optimise})

  # `junheng_site` builds what the pages need, and no tests.
  if(NOT TARGET junheng_site)
    add_custom_target(junheng_site)
  endif()
  add_dependencies(junheng_site ${target})
endfunction()

# A command line program for Node, for tests only: with exceptions for GoogleTest, and with Node's own files so that
# the same test sources read the same fixtures.
function(junheng_wasm_test_program target)
  # The core in it is compiled as for the product; the tests around it, and the linking, need not be optimised further.
  target_compile_options(${target} PRIVATE -O1)
  target_link_options(${target} PRIVATE
    -O1
    -fexceptions
    -sENVIRONMENT=node
    -sEXIT_RUNTIME=1                # otherwise the program's exit code is lost, and failing tests look fine
    -sNODERAWFS=1
    -sWASM_ASYNC_COMPILATION=0      # reads the .wasm as a file; the other way is `fetch`, which wants an address
    -sALLOW_MEMORY_GROWTH=1
    -sMAXIMUM_MEMORY=4GB)
  junheng_wasm_link_environment(${target})
endfunction()
