# shellcheck shell=bash
# SPDX-License-Identifier: MIT
#
# ./dev check: what one runs while working.

# shellcheck source=tests/dev/run.sh
source tests/dev/run.sh

# The files of each part, and what is done for it. What a change means for the other parts, ./dev test says.
parts=(core workbench web browser house)
declare -A files_of=(
  [core]="core tests/core tests/rules tests/golden tests/property tests/support"
  [workbench]="imgui_app tests/workbench"
  [web]="web public tests/engine tests/files tests/pages tests/made"
  [browser]="tests/browser"
  [house]="tests/house tests/dev dev cmake docs *.md"
)

# tree_of <part>: one sum of its files as they are now, committed or not.
tree_of() {
  local index=build/check/index paths
  read -ra paths <<<"${files_of[$1]}"
  cp "$(git rev-parse --git-dir)/index" "$index"
  GIT_INDEX_FILE=$index git add --all .
  GIT_INDEX_FILE=$index git ls-files --stage -- "${paths[@]}" | sha256sum
}

check_core() {
  step "Building the tests of the core" compile sanitize junheng_tests
  check "clang-tidy" node tests/dev/tidy.mjs core
  stage "C++ tests with sanitizers" gtest "C++ tests" "$reports/gtest-sanitize.log" build/sanitize/bin/junheng_tests
}

check_workbench() {
  step "Building the tests of the workbench" compile sanitize junheng_app_tests
  check "clang-tidy" node tests/dev/tidy.mjs imgui_app
  stage "workbench tests with sanitizers" gtest "workbench tests" "$reports/gtest-workbench.log" build/sanitize/bin/junheng_app_tests
}

check_web() {
  build_site
  check "tsc" typed
  check "prettier" pretty
  local folder
  for folder in engine files pages; do stage "node --test: $folder" run_node "$folder"; done
}

check_browser() {
  build_site
  stage "browser tests" run_browser
}

check_house() {
  check "shellcheck" shell_scripts
  stage "node --test: house" run_node house
}

# known_parts <part>…: refused before anything is built.
known_parts() {
  local part
  for part in "$@"; do
    [[ -v files_of[$part] ]] || die "./dev check $part: the parts are ${parts[*]}."
  done
}

# check_parts [part…]: those that are named, or those whose files are others than when they last passed.
check_parts() {
  local part now before ran=0
  mkdir -p build/check
  for part in "${parts[@]}"; do
    now=$(tree_of "$part")
    if (($# > 0)); then
      [[ " $* " == *" $part "* ]] || continue
    elif [[ -f build/check/$part && $now == $(<"build/check/$part") ]]; then
      continue
    fi
    ((ran++ == 0)) && check "clang-format" formatted
    before=$failed
    "check_$part"
    if ((failed == before)); then echo "$now" >"build/check/$part"; else rm -f "build/check/$part"; fi
  done
  if ((ran == 0)); then
    echo "Nothing changed since every part passed. ./dev check <part> runs one all the same."
    return
  fi
  tell
}
