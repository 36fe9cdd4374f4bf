# junheng_flags: what every C++ file written here is compiled with, on every target.
# Third-party sources (Dear ImGui, GoogleTest) get only the part that changes results, junheng_arithmetic.

add_library(junheng_arithmetic INTERFACE)
# -ffp-contract=off: a compiler may otherwise fuse a*b+c into one rounding, on machines that have the
#   instruction and only there. Of 20,000 random weighted coefficients a third then differ in the last bits,
#   and the promise "the same input gives the same bytes natively and in wasm" is gone. g++ contracts by default.
# No -ffast-math, -Ofast or -march=native anywhere, for the same reason.
target_compile_options(junheng_arithmetic INTERFACE -ffp-contract=off)

add_library(junheng_flags INTERFACE)
target_link_libraries(junheng_flags INTERFACE junheng_arithmetic)
target_compile_features(junheng_flags INTERFACE cxx_std_20)
target_compile_options(junheng_flags INTERFACE
  -Wall -Wextra -Wpedantic
  -Wshadow              # a second `row` inside a loop over rows is how a wrong row gets reported
  -Wconversion          # silent narrowing of counts and of exact integers
  -Wswitch-enum         # a verdict added later must be thought about everywhere, `default` or not
  -Wold-style-cast
  -Wnon-virtual-dtor
  -Woverloaded-virtual
  -Wcast-align
  -Wcast-qual
  -Wnull-dereference
  -Wformat=2
  -Wundef
  -Wfloat-conversion)
# On 32 bits `begin() + index` of an unsigned index would need a cast everywhere; the 64-bit builds find what matters.
target_compile_options(junheng_flags INTERFACE $<IF:$<BOOL:${EMSCRIPTEN}>,-Wno-sign-conversion,-Wsign-conversion>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(junheng_flags INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast
    # g++ 12 takes the wide loads of inlined std::string and std::vector code for null or overlong at -O2.
    # clang and both sanitizers look at the same code with these checks on.
    -Wno-null-dereference -Wno-stringop-overflow -Wno-array-bounds -Wno-restrict)
endif()

# An error in a warning of tomorrow's compiler must not stop somebody who uses Junheng as a part.
if(JUNHENG_STRICT AND PROJECT_IS_TOP_LEVEL)
  target_compile_options(junheng_flags INTERFACE -Werror)
endif()

# The folder of the checkout must not get into the product: two checkouts give the same bytes.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CMAKE_BINARY_DIR}/=build/")
