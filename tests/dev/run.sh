# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# What ./dev test runs after building. A failing check does not keep the others from running: one run tells all.
# Every runner's own figures are added up, and a runner that ran nothing counts as a failure.

passed=0
failed=0
skipped=0
troubles=()
reports=build/reports

# count <what> <passed> <failed> [skipped]
count() {
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + ${4:-0}))
  if (($3 > 0)); then
    troubles+=("$1: $3 failed")
  elif (($2 == 0)); then
    failed=$((failed + 1))
    troubles+=("$1: ran no test")
  fi
}

# number_in <report> <sed expression>: the last number it prints, or 0.
number_in() {
  local found
  found=$(sed -nE "$2" "$1" | tail -n 1)
  echo "${found:-0}"
}

# runner <what> <report> command…: runs it, shows it, keeps what it said; its exit code is in $status.
runner() {
  local what=$1 report=$2 from=$EPOCHREALTIME
  shift 2
  printf '── %s\n' "$what"
  status=0
  "$@" 2>&1 | tee "$report" || status=$?
  printf '   %s\n' "$(seconds "$from")"
}

# check <what> command…: a check that passes or fails as a whole.
check() {
  local what=$1
  shift
  runner "$what" "$reports/check.log" "$@"
  if ((status == 0)); then count "$what" 1 0; else count "$what" 0 1; fi
}

# ---- the runners --------------------------------------------------------------------------------------------------

formatted() {
  git ls-files --cached --others --exclude-standard -z -- '*.cpp' '*.h' |
    xargs -0 -r clang-format-14 --dry-run -Werror
}

shell_scripts() { shellcheck --external-sources dev .ci/run tests/dev/run.sh; }

typed() { node web/node_modules/typescript/bin/tsc --project web; }

# Hundreds of lines that say "Passed" hide the one that does not.
quiet_ctest() { ctest --preset "$1" --parallel "$(nproc)" | grep -vE '^ +Start +[0-9]+:| Passed +[0-9.]+ sec$'; }

run_ctest() {
  local preset=$1 report=$reports/ctest-$1.log all bad
  runner "C++ tests, $preset" "$report" quiet_ctest "$preset"
  all=$(number_in "$report" 's/.* tests failed out of ([0-9]+)$/\1/p')
  bad=$(number_in "$report" 's/.*, ([0-9]+) tests failed out of [0-9]+$/\1/p')
  ((status != 0 && bad == 0)) && bad=1
  count "C++ tests, $preset" $((all - bad)) "$bad"
}

# When it dies Node shows the line it died in, and the whole program is one line of 100 KB.
wasm_tests() { node build/wasm/bin/junheng_tests.js --gtest_brief=1 2>&1 | cut -b -1000; }

run_wasm_tests() {
  local report=$reports/gtest-wasm.log good bad
  runner "C++ tests, wasm" "$report" wasm_tests
  good=$(number_in "$report" 's/^\[  PASSED  \] ([0-9]+) tests?\.$/\1/p')
  bad=$(number_in "$report" 's/^ *([0-9]+) FAILED TESTS?$/\1/p')
  ((status != 0 && bad == 0)) && bad=1 # died half-way
  count "C++ tests, wasm" "$good" "$bad"
}

# The same bytes natively and in wasm; an empty digest proves nothing.
same_digest() {
  build/native/bin/junheng_digest >"$reports/digest-native.txt" &&
    node build/wasm/bin/junheng_digest.js >"$reports/digest-wasm.txt" &&
    [[ -s $reports/digest-native.txt ]] && diff "$reports/digest-native.txt" "$reports/digest-wasm.txt" &&
    tail -n 1 "$reports/digest-native.txt"
}

# run_node <folder of tests/> [option…]
run_node() {
  local folder=$1 report=$reports/node-$1
  shift
  local files=(tests/"$folder"/*.test.mjs)
  if [[ ! -e ${files[0]} ]]; then
    printf '── node --test: %s\n' "$folder"
    count "tests/$folder" 0 0
    return
  fi
  # Two reports: one to read, and one whose last lines are the same in every version of Node.
  runner "node --test: $folder" "$report.log" node --test "$@" \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report.tap" "${files[@]}"
  local good bad lost
  good=$(number_in "$report.tap" 's/^# pass ([0-9]+)$/\1/p')
  bad=$(number_in "$report.tap" 's/^# fail ([0-9]+)$/\1/p')
  lost=$(number_in "$report.tap" 's/^# cancelled ([0-9]+)$/\1/p')
  bad=$((bad + lost))
  ((status != 0 && bad == 0)) && bad=1
  count "tests/$folder" "$good" "$bad" "$(number_in "$report.tap" 's/^# skipped ([0-9]+)$/\1/p')"
}

run_everything() {
  local status trouble
  rm -rf "$reports"
  mkdir -p "$reports"

  check "clang-format" formatted
  check "shellcheck" shell_scripts
  check "tsc" typed
  check "clang-tidy, native" cmake --build build/sanitize --target tidy -- --quiet -k 0
  # What both builds compile has just been looked at.
  check "clang-tidy, wasm" cmake --build build/wasm --target tidy_workbench tidy_junheng-core -- --quiet -k 0
  run_ctest native
  run_ctest sanitize
  run_wasm_tests
  check "digest, native against wasm" same_digest
  check "sizes" node web/tools/sizes.mjs
  run_node dev
  run_node house
  run_node web
  run_node browser --test-concurrency=1

  echo
  for trouble in "${troubles[@]}"; do printf '✗ %s\n' "$trouble"; done
  local end="$passed passed, $failed failed"
  ((skipped > 0)) && end+=", $skipped skipped"
  echo "$end"
  ((failed == 0))
}
