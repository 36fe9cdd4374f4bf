# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# What ./dev test and ./dev check run after building. A failing check does not keep the others from running: one run
# tells all. Every runner's own figures are added up, and a runner that ran nothing counts as a failure.

# ./dev's: since when, and the rows of its table so far.
: "${begun=$EPOCHREALTIME}"
[[ -v rows ]] || rows=()
passed=0
failed=0
skipped=0
troubles=()
hasty=() # tests that passed only when they ran again
reports=build/reports
workers=$(nproc)

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

# number_in <report> <sed expression>: the sum of the numbers it prints, or 0.
number_in() { sed -nE "$2" "$1" | awk '{ sum += $1 } END { print sum + 0 }'; }

# stage <what> command…: a function that counts its own checks; the table at the end has a row for it.
stage() {
  local what=$1 from=$EPOCHREALTIME before=$((passed + failed))
  shift
  printf '── %s\n' "$what"
  "$@"
  remember "$what" "$from" $((passed + failed - before))
  printf '   %s\n' "$(seconds "$from")"
}

# limited command…: a program that hangs is ended, so that the others still run and the table at the end names it.
limited() { timeout --kill-after=30 30m "$@"; }

# shown <report> command…: runs it, shows and keeps what it said; its exit code is in $status.
shown() {
  local report=$1
  shift
  status=0
  "$@" 2>&1 | tee "$report" || status=$?
}

# check <what> command…: a check that passes or fails as a whole.
check() { stage "$1" whole "$@"; }

whole() {
  local what=$1 status
  shift
  shown "$reports/check.log" "$@"
  if ((status == 0)); then count "$what" 1 0; else count "$what" 0 1; fi
}

# ---- the runners --------------------------------------------------------------------------------------------------

formatted() {
  git ls-files --cached --others --exclude-standard -z -- '*.cpp' '*.h' |
    xargs -0 -r -P "$workers" -n 32 clang-format-14 --dry-run -Werror
}

shell_scripts() { shellcheck --external-sources dev .ci/run; }

typed() { node web/node_modules/typescript/bin/tsc --project web; }

pretty() { npm --prefix web run --silent format:check; }

# gtest <what> <report> <program> [filter]: a program of GoogleTest in twice as many pieces as there are cores, one
# process each, so that the pieces end together. Quiet: hundreds of lines that pass hide the one that does not.
gtest() {
  local what=$1 report=$2 program=$3 filter=${4:-*} pieces=$((workers * 2)) piece status=0
  rm -f "$report" "$report".[0-9]*
  seq 0 $((pieces - 1)) | GTEST_TOTAL_SHARDS=$pieces limited xargs -P "$workers" -I '{}' sh -c \
    "GTEST_SHARD_INDEX={} '$program' --gtest_brief=1 '--gtest_filter=$filter' >'$report.{}' 2>&1" || status=$?
  for ((piece = 0; piece < pieces; piece++)); do cat "$report.$piece"; done >"$report"
  rm -f "$report".[0-9]*
  gtest_count "$what" "$report" "$status"
}

# gtest_count <what> <report> <exit code>: what the pieces of a report add up to.
gtest_count() {
  local what=$1 report=$2 status=$3 good bad
  grep -vE '^\[(==========|  PASSED  )\]|^Note: |^Running main\(\)' "$report" || true
  good=$(number_in "$report" 's/^\[  PASSED  \] ([0-9]+) tests?\.$/\1/p')
  bad=$(number_in "$report" 's/^\[  FAILED  \] .* \([0-9]+ ms\)$/1/p')
  ((status != 0 && bad == 0)) && bad=1 # died half-way
  echo "   $good passed, $bad failed"
  count "$what" "$good" "$bad"
}

# core_tests [filter]
core_tests() {
  stage "C++ tests with sanitizers" \
    gtest "C++ tests, sanitize" "$reports/gtest-sanitize.log" build/sanitize/bin/junheng_tests "$@"
}

workbench_tests() {
  stage "workbench tests with sanitizers" \
    gtest "workbench tests, sanitize" "$reports/gtest-workbench.log" build/sanitize/bin/junheng_app_tests
}

# When it dies Node shows the line it died in, and the whole program is one line of 100 KB.
wasm_tests() { limited node build/wasm/bin/junheng_tests.js --gtest_brief=1 2>&1 | cut -b -1000; }

run_wasm_tests() {
  local report=$reports/gtest-wasm.log status=0
  wasm_tests >"$report" || status=$?
  gtest_count "C++ tests, wasm" "$report" "$status"
}

# The fuzzers, each with a fixed number of runs from a fixed seed.
run_fuzzers() {
  local report=$reports/fuzz.log status all bad
  shown "$report" limited ctest --preset sanitize --parallel "$workers" --tests-regex '^fuzz_'
  all=$(number_in "$report" 's/.* tests failed out of ([0-9]+)$/\1/p')
  bad=$(number_in "$report" 's/.*, ([0-9]+) tests failed out of [0-9]+$/\1/p')
  ((status != 0 && bad == 0)) && bad=1
  count "fuzzers" $((all - bad)) "$bad"
}

# Of random counties, and of the tables that the fuzzers found and of the samples.
digests() { "$@" && "$@" file tests/fuzz/corpus/table/* public/samples/*.tsv; }

# The same bytes natively and in wasm; an empty digest proves nothing.
same_digest() {
  digests build/native/bin/junheng_digest >"$reports/digest-native.txt" &
  digests node build/wasm/bin/junheng_digest.js >"$reports/digest-wasm.txt" && wait $! &&
    [[ -s $reports/digest-native.txt ]] && diff "$reports/digest-native.txt" "$reports/digest-wasm.txt" &&
    cat "$reports/digest-native.txt"
}

# run_node <folder of tests/>: every *.test.mjs in it and below.
run_node() {
  local folder=$1 report=$reports/node-$1 status
  local files=()
  mapfile -t files < <(find "tests/$folder" -name '*.test.mjs' | sort)
  if ((${#files[@]} == 0)); then
    count "tests/$folder" 0 0
    return
  fi
  # Two reports: one to read, and one whose last lines are the same in every version of Node.
  shown "$report.log" limited node --test --test-concurrency="$workers" \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$report.tap" "${files[@]}"
  node_count "$folder" "$report.tap" "$status"
}

# The longest files first and several at a time, and one or two that fail once more; see there.
run_browser() {
  local report=$reports/node-browser status name
  shown "$report.log" limited node tests/browser/support/run.mjs --tap="$report.tap"
  if ((status == 0)) && [[ -s $report.tap.again ]]; then
    while read -r name; do hasty+=("$name"); done < <(sed -nE 's/^ *not ok [0-9]+ - (.*)$/\1/p' "$report.tap")
    count "tests/browser" "$(number_in "$report.tap" 's/^# (pass|fail|cancelled) ([0-9]+)$/\2/p')" 0
  else
    node_count browser "$report.tap" "$status"
  fi
}

# node_count <folder of tests/> <report in TAP> <exit code>
node_count() {
  local folder=$1 report=$2 status=$3 good bad
  good=$(number_in "$report" 's/^# pass ([0-9]+)$/\1/p')
  bad=$(number_in "$report" 's/^# (fail|cancelled) ([0-9]+)$/\2/p')
  ((status != 0 && bad == 0)) && bad=1
  count "tests/$folder" "$good" "$bad" "$(number_in "$report" 's/^# skipped ([0-9]+)$/\1/p')"
}

# ---- all of it, and parts of it -----------------------------------------------------------------------------------

begin_reports() {
  rm -rf "$reports"
  mkdir -p "$reports"
}

run_everything() {
  check "clang-format" formatted
  check "shellcheck" shell_scripts
  check "tsc" typed
  check "prettier" pretty
  check "clang-tidy" limited node tests/dev/tidy.mjs
  core_tests
  workbench_tests
  stage "fuzzers" run_fuzzers
  stage "C++ tests in wasm" run_wasm_tests
  check "digest, native against wasm" same_digest
  check "sizes" node web/tools/sizes.mjs
  local folder
  for folder in dev house engine evaluator files cases papers pages report cli; do stage "node --test: $folder" run_node "$folder"; done
  stage "browser tests" run_browser
}

# The table of all stages, and the verdict.
tell() {
  local trouble name commit end
  commit=$(git rev-parse --short=7 HEAD)
  [[ -z $(git status --porcelain) ]] || commit+=" and changes"
  end="$passed passed, $failed failed"
  ((skipped > 0)) && end+=", $skipped skipped"
  {
    echo
    printf '%-34.34s %8s %7s\n' stage seconds checks "${rows[@]}"
    printf '%-34s %8.0f %7d\n' "all, at $commit" "$(awk -v from="$begun" -v to="$EPOCHREALTIME" 'BEGIN { print to - from }')" $((passed + failed))
    echo
    for trouble in "${troubles[@]}"; do printf '✗ %s\n' "$trouble"; done
    for name in "${hasty[@]}"; do printf 'passed only when it ran again: %s\n' "$name"; done
    echo "$end"
  } | tee "$reports/summary.txt"
  ((failed == 0))
}
