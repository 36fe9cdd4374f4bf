# JUNHENG_SANITIZE=address,undefined turns the sanitizers on for the whole tree. All of it, third-party code too:
# a container filled by an instrumented file and read by another one gives false alarms when only one of them knows.
if(NOT JUNHENG_SANITIZE)
  return()
endif()
if(EMSCRIPTEN)
  message(FATAL_ERROR "JUNHENG_SANITIZE works on native builds only; wasm runs the same tests without it.")
endif()

add_compile_options(-fsanitize=${JUNHENG_SANITIZE}
  -fno-sanitize-recover=all   # the first finding fails the test, otherwise undefined behaviour is only printed
  -fno-omit-frame-pointer     # readable stacks
  -O1)                        # about three times as fast as -O0, and stacks stay usable
add_link_options(-fsanitize=${JUNHENG_SANITIZE} -fno-sanitize-recover=all)

# Bounds and invalid iterators of the standard library's own containers.
add_compile_definitions(_GLIBCXX_ASSERTIONS)
