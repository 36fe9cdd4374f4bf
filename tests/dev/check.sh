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
  [web]="web public tests/engine tests/evaluator tests/files tests/cases tests/papers tests/pages tests/report tests/cli tests/made tests/fuzz"
  [browser]="tests/browser"
  [house]="tests/house tests/dev tests/mutation dev cmake docs *.md"
)

# tree_of <part>: its files as they are now, committed or not, each with a sum of its own.
tree_of() {
  local index=build/check/index paths
  read -ra paths <<<"${files_of[$1]}"
  cp "$(git rev-parse --git-dir)/index" "$index"
  GIT_INDEX_FILE=$index git add --all .
  GIT_INDEX_FILE=$index git ls-files --stage -- "${paths[@]}"
}

# suites_of <file>…: the suites of GoogleTest in them, as a filter.
suites_of() { sed -nE 's/^TEST(_F|_P)?\(([A-Za-z0-9_]+),.*/\2.*:*\/\2.*/p' "$@" | sort -u | paste -sd :; }

# changed_files <part>: those that are others than when the part last passed.
changed_files() { tree_of "$1" | diff "build/check/$1" - | sed -nE 's/^[<>].*\t(.*)$/\1/p' | sort -u; }

# core_filter: the tests of the rooms in which something changed, and those that go the whole way from a table to a
# verdict. All tests where anything else changed, or where it is not known what.
core_filter() {
  local path files=()
  mapfile -t files < <(find tests/rules tests/golden -name '*.cpp')
  [[ -f build/check/core ]] || { echo '*' && return; }
  while read -r path; do
    [[ $path =~ ^(core/src|tests/core)/([a-z]+)/[a-z_0-9]+\.(cpp|h)$ ]] || { echo '*' && return; }
    mapfile -t -O "${#files[@]}" files < <(find "tests/core/${BASH_REMATCH[2]}" -name '*.cpp')
  done < <(changed_files core)
  suites_of "${files[@]}"
}

check_core() {
  step "Building the tests of the core" compile sanitize junheng_tests
  check "clang-tidy" node tests/dev/tidy.mjs core
  core_tests "$(core_filter)"
}

check_workbench() {
  step "Building the tests of the workbench" compile sanitize junheng_app_tests
  check "clang-tidy" node tests/dev/tidy.mjs imgui_app
  workbench_tests
}

# web_folders: the folders of tests that what changed can reach; all of them where it is not known.
web_folders() {
  local path folders=()
  [[ -f build/check/web ]] || { echo engine evaluator files cases papers pages report cli && return; }
  while read -r path; do
    case $path in
      web/src/cli/* | tests/cli/*) folders+=(cli) ;;
      web/src/engine/*) folders+=(engine cases cli) ;;
      web/src/files/*) folders+=(files cases cli) ;;
      web/src/papers/* | tests/papers/*) folders+=(papers cli) ;;
      web/src/report/* | tests/report/*) folders+=(report cli) ;;
      web/src/host/* | web/src/work/*) folders+=(pages cases) ;;
      tests/engine/*) folders+=(engine) ;;
      tests/evaluator/*) folders+=(evaluator) ;;
      tests/files/*) folders+=(files) ;;
      tests/cases/*) folders+=(cases) ;;
      web/src/* | tests/pages/*) folders+=(pages) ;;
      *) echo engine evaluator files cases papers pages report cli && return ;;
    esac
  done < <(changed_files web)
  printf '%s\n' "${folders[@]:-pages}" | sort -u
}

typed_and_pretty() {
  pretty &
  typed && wait $!
}

check_web() {
  local folder
  build_site
  check "tsc and prettier" typed_and_pretty
  for folder in $(web_folders); do stage "node --test: $folder" run_node "$folder"; done
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
