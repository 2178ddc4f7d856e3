# What ./run, ./test and infra/publish need before they build. Sourced, with $root set; installs into the project's own folders only.

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "needs the .NET 10 SDK: 'dotnet' is not on the PATH"
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "needs the .NET 10 SDK, found: $(dotnet --list-sdks | tr '\n' ' ')"
}

need_node() {
  command -v node >/dev/null || fail "needs Node 20 or later: 'node' is not on the PATH"
  command -v npm >/dev/null || fail "needs npm, which comes with Node: 'npm' is not on the PATH"
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || fail "needs Node 20 or later, found $(node --version)"
}

# Which packages this machine's feed serves is asked once and remembered in feed.local.props, which Directory.Build.props reads.
# Sets lacking to those that it asked for in vain.
find_out_feed() {
  local props="$root/feed.local.props" probe answer stand_ins
  if [ ! -e "$props" ] || [ "$root/Directory.Packages.props" -nt "$props" ]; then
    # Inside the project, for a NuGet.config beside it; apart from how the project builds.
    probe=$(mktemp -d "$root/.probe-XXXXXX")
    echo '<Project />' | tee "$probe/Directory.Build.props" "$probe/Directory.Build.targets" >"$probe/Directory.Packages.props"
    {
      echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
      for project in "$root"/eng/standins/*/*.csproj; do
        id=$(basename "$project" .csproj)
        sed -n "s|.*<PackageVersion Include=\"$id\" Version=\"\([^\"]*\)\".*|<PackageReference Include=\"$id\" Version=\"\1\" />|p" \
          "$root/Directory.Packages.props"
      done
      echo '</ItemGroup></Project>'
    } >"$probe/probe.csproj"
    if answer=$(DOTNET_CLI_UI_LANGUAGE=en dotnet restore "$probe/probe.csproj" 2>&1); then
      stand_ins=false
    elif lacking=$(grep -E 'NU110[0-3]' <<<"$answer"); then
      stand_ins=true
      lacking=$(sed -nE "s/.*Unable to (find package|resolve '|find a stable package) ?([^ ]*[^ .]).*/\2/p" <<<"$lacking" | sort -u | paste -sd ' ')
    else
      rm -rf "$probe"
      fail "cannot reach a NuGet feed: $(grep -m1 -oE 'error.*' <<<"$answer" | cut -c1-200)"
    fi
    rm -rf "$probe"
    printf '<Project>\n  <PropertyGroup>\n    <UseStandIns>%s</UseStandIns>\n  </PropertyGroup>\n</Project>\n' "$stand_ins" >"$props"
  fi
  if grep -q true "$props"; then
    echo "packages: this feed lacks some of Amazon.Lambda.*, AWSSDK.* and Pulumi*; using eng/standins/ for those"
  else
    echo "packages: all from the feed"
  fi
}

# The emulators of DynamoDB, SNS, SQS and S3; fauxqs wants Node 22.5, which npm can bring itself.
install_emulators() {
  local omit=()
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 5) ? 0 : 1)' && omit=(--omit=optional)
  install_modules emulators emulators/Node "${omit[@]}"
}

# install_modules WHAT FOLDER [OPTION...]: once for each package-lock.json.
install_modules() {
  local what=$1 folder=$2 done="$root/$2/node_modules/.installed"
  shift 2
  [ -e "$done" ] && [ ! "$root/$folder/package-lock.json" -nt "$done" ] && return
  echo "$what: npm ci in $folder"
  (cd "$root/$folder" && npm ci --no-audit --no-fund --loglevel=error "$@") >&2 || fail "npm ci in $folder failed; its messages are above"
  touch "$done"
}

# Sets CHROMIUM to the browser of this machine; false where there is none.
find_browser() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome; do
    if CHROMIUM=$(command -v "$name"); then
      export CHROMIUM
      return
    fi
    CHROMIUM=
  done
  false
}

# What the tests in a browser need; false, with a line that says so, where there is no browser and none may be installed.
install_browser() {
  local sudo=() limit=()
  if ! find_browser; then
    [ "$(id -u)" -eq 0 ] || sudo=(sudo -n)
    ! command -v timeout >/dev/null || limit=(timeout 300)
    if command -v apt-get >/dev/null && "${sudo[@]}" true 2>/dev/null; then
      echo "packages: apt-get install chromium"
      "${limit[@]}" "${sudo[@]}" apt-get update >/dev/null 2>&1 || true
      "${limit[@]}" "${sudo[@]}" apt-get install -y --no-install-recommends chromium >/dev/null 2>&1 || true
    fi
  fi
  if ! find_browser; then
    echo "browser tests: skipped, there is no Chromium; apt-get install chromium, or name one in CHROMIUM"
    return 1
  fi
  install_modules "browser tests" tests/Web/Browser
}

# Another's IAM simulator, which judges the tests' own. It is AGPL: ./test alone installs it, for itself. Without it one line says that those tests are skipped.
install_judge() {
  (install_modules "IAM simulator" tests/Infra/Iam/Simulator) || echo "IAM simulator: its tests are skipped, npm cannot install it here"
}

# build PROJECT CONFIGURATION [OPTION...]
build() {
  echo "build: $1 ($2)"
  local output project=$1 configuration=$2
  shift 2
  output=$(dotnet build "$root/$project" -c "$configuration" "$@" -nologo -v quiet -clp:NoSummary 2>&1) || {
    echo "$output" | grep -E 'error|warning' | sort -u | head -40 >&2
    fail "the build of $project failed"
  }
}

# Sets TF_PLUGINS to a folder of Terraform providers with hashicorp/aws, where this machine has one.
find_terraform_plugins() {
  local provider=registry.terraform.io/hashicorp/aws/5.100.0 folder
  if [ -z "${TF_PLUGINS:-}" ] && command -v terraform >/dev/null; then
    while IFS= read -r folder; do
      [ -n "${TF_PLUGINS:-}" ] || [ ! -d "$folder/$provider" ] || TF_PLUGINS=$folder
    done < <(terraform_plugin_folders)
    [ -n "${TF_PLUGINS:-}" ] || search_disk_for "$provider"
  fi
  export TF_PLUGINS=${TF_PLUGINS:-}
}

# Where Terraform itself looks: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
terraform_plugin_folders() {
  local config=${TF_CLI_CONFIG_FILE:-$HOME/.terraformrc}
  [ -z "${TF_PLUGIN_CACHE_DIR:-}" ] || echo "$TF_PLUGIN_CACHE_DIR"
  [ ! -r "$config" ] || sed -nE \
    -e 's/^ *plugin_cache_dir *= *"([^"]*)".*/\1/p' \
    -e '/filesystem_mirror *\{/,/\}/s/.*path *= *"([^"]*)".*/\1/p' "$config"
  printf '%s\n' "$HOME/.terraform.d/plugins" "${XDG_DATA_HOME:-$HOME/.local/share}/terraform/plugins" \
    /usr/local/share/terraform/plugins /usr/share/terraform/plugins
}

# That takes seconds: the answer, also that there is none, is kept in terraform.local.
search_disk_for() { # search_disk_for PROVIDER
  local answer="$root/terraform.local" found
  if [ ! -e "$answer" ] || { [ -s "$answer" ] && [ ! -d "$(cat "$answer")/$1" ]; }; then
    echo "terraform: searching this disk once for the provider hashicorp/aws; terraform.local keeps the answer, TF_PLUGINS can name another"
    # Folders that may not be read are no reason to stop.
    found=$(find / -maxdepth 8 -xdev -type d -path "*/$1" -print -quit 2>/dev/null || true)
    printf '%s' "${found%/"$1"}" >"$answer"
  fi
  TF_PLUGINS=$(cat "$answer")
}
