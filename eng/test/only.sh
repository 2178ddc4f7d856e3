# ./test --only FILTER: one test, class or namespace, or one file of node tests. Sourced by ./test.

[ -n "${1:-}" ] || fail "--only needs a class, a Class.Method, a namespace that ends in '*', or a file of node tests"
[ $# -eq 1 ] || fail "--only takes one filter, and '$2' is a second"
filter=$1
# Not what ./test builds: without analyzers, which take most of a compilation, and apart, so that ./test still analyzes all of it.
# Without the commit in the assemblies, too, for which each commit would compile everything anew.
quick=(Debug -p:RunAnalyzers=false -p:IncludeSourceRevisionInInformationalVersion=false)
main_tests=tests/CallRecording.Tests
stand_in_tests=tests/Standins/CallRecording.Tests.Standins
journeys=tests/Web/Browser/journeys

# The tests of a project that the filter names, as Namespace.Class.Method.
matches_in() { # matches_in PROJECT
  list_tests "$1" | awk -v filter="$filter" '
    function ends_with(end) { return ("." $0) ~ ("\\." end "$") }
    BEGIN {
      is_namespace = sub(/\*$/, "", filter)
      gsub(/\./, "\\.", filter)
    }
    is_namespace ? /^CallRecording\.Tests\./ && $0 ~ ("^(CallRecording\\.Tests\\.)?" filter ".*\\.[^.]+\\.[^.]+$") : ends_with(filter "(\\.[^.]+)?")'
}

program_of() { # program_of PROJECT
  echo "$root/$(dirname "$1")/bin/${quick[0]}/net10.0/$(basename "$1")"
}

build_if_stale() { # build_if_stale PROJECT
  local stamp="$root/$(dirname "$1")/obj/built-by-only"
  if [ ! -e "$(program_of "$1")" ] || [ ! -e "$stamp" ] || anything_is_newer_than "$stamp"; then
    need_dotnet
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp.begun" # What is written while it builds is for the next build.
    build "$1.csproj" "${quick[@]}"
    mv "$stamp.begun" "$stamp"
  fi
}

# Folders count too: they change with the files that are taken out of them.
anything_is_newer_than() { # anything_is_newer_than FILE
  [ -n "$(find "$root" -type d \( -name bin -o -name obj -o -name node_modules -o -name artifacts -o -name '.?*' \) -prune -o \
    -newer "$1" -print -quit)" ]
}

list_tests() { # list_tests PROJECT
  "$(program_of "$1")" -list methods -noColor | grep '^CallRecording\.'
}

# The project whose sources have the name is tried first, so that the other one need not be built.
projects_in_order() {
  local part
  ! grep -q true "$root/feed.local.props" && echo "$main_tests" && return
  for part in ${filter//[.\*]/ }; do
    if [ "$part" = Standins ] || [ -n "$(find "$root/tests/Standins" -name "$part.cs" -print -quit)" ]; then
      printf '%s\n' "$stand_in_tests" "$main_tests"
      return
    fi
  done
  printf '%s\n' "$main_tests" "$stand_in_tests"
}

# What these tests need and would otherwise be skipped for.
install_for() { # install_for TESTS
  install_emulators
  case "$1" in *.Web.Browser.*) install_browser || true ;; esac
  case "$1" in *.Architecture.Workflows.*) install_modules "workflow linter" tests/Architecture/Workflows ;; esac
  case "$1" in *.Workflow.Definition.*) install_modules "definition validator" tests/Workflow/Definition/Validator ;; esac
  case "$1" in *.Infra.Iam.Simulator.*) install_judge ;; esac
  case "$1" in *.Infra.WhenTheProgramIsPlanned.*) find_terraform_plugins ;; esac
}

# The program itself: it starts seconds before dotnet test does.
run_program() { # run_program PROJECT OPTION...
  local program
  program=$(program_of "$1")
  shift
  "$program" -noLogo -noColor -reporter verbose "$@" |
    sed -u -E '/^  (Discovering|Discovered|Starting|Finished):/d; / \[STARTING\]$/d; s/ \[FINISHED\] Time:/  /'
}

none_matches() { # none_matches NAMES
  local nearest
  nearest=$(node "$root/eng/test/nearest.mjs" "$filter" <<<"$1")
  fail "no test matches '$filter'; the nearest names are"$'\n'"$nearest"
}

run_tests_of_csharp() {
  local project tests name names= options
  while read -r project; do
    build_if_stale "$project"
    tests=$(matches_in "$project") || true
    if [ -n "$tests" ]; then
      install_for "$tests"
      options=()
      while read -r name; do
        options+=(-method "$name")
      done <<<"$tests"
      run_program "$project" "${options[@]}" || fail "a test failed; the messages are above"
      return
    fi
    names+=$(list_tests "$project")$'\n'
  done < <(projects_in_order)
  none_matches "$(sed 's/\.[^.]*$//' <<<"$names" | sort -u; echo "$names")"
}

run_tests_of_node() {
  local file files
  files=$(cd "$root" && find tests -name node_modules -prune -o -path "*/$filter" -print)
  [ -n "$files" ] || none_matches "$(cd "$root" && find tests -name node_modules -prune -o -name '*.test.mjs' -print)"
  while read -r file; do
    echo "$file"
    case "$file" in
      "$journeys"/*) run_journey "$(basename "$file")" ;;
      *) node --test "$root/$file" ;;
    esac || fail "a test failed; the messages are above"
  done <<<"$files"
}

# With the running system and the browser that only the C# test gives it.
run_journey() { # run_journey NAME
  build_if_stale "$main_tests"
  install_for .Web.Browser.
  run_program "$main_tests" -preEnumerateTheories \
    -displayName "CallRecording.Tests.Web.Browser.WhenAPersonUsesThePage.It_does_what_its_tests_say(file: \"$1\")"
}

need_node
find_out_feed >/dev/null
case "$filter" in
  *.mjs) run_tests_of_node ;;
  *) run_tests_of_csharp ;;
esac
