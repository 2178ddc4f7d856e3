# What a deployment needs before it changes anything. Sourced by infra/deploy.

# Sets exists to whether the Pulumi backend has the stack.
find_stack() {
  local stacks
  stacks=$(pulumi stack ls --json 2>&1) || fail "the stacks of this Pulumi backend cannot be listed: $(first_line "$stacks")"
  exists=false
  ! grep -qE "\"name\": *\"([^\"]*/)?$env\"" <<<"$stacks" || exists=true
  $exists || ! $destroy || fail "there is no stack $env in this Pulumi backend"
  $exists || [ -z "$commit" ] || fail "there is no stack $env in this Pulumi backend to roll back"
}

# Sets set_NAME to each setting that is needed here.
read_settings() {
  local config lines name value notes=
  if $exists; then
    config=$(pulumi config --json --stack "$env" 2>&1) || fail "the settings of $env cannot be read: $(first_line "$config")"
  else
    config=$(settings_of_file)
  fi
  notes=$(mktemp)
  if ! lines=$(dotnet "$root/infra/bin/Release/net10.0/CallRecording.Infra.dll" settings "$env" <<<"$config" 2>"$notes"); then
    value=$(tr '\n' ' ' <"$notes")
    rm -f "$notes"
    fail "infra/Pulumi.$env.yaml cannot be deployed: $value"
  fi
  rm -f "$notes"
  while IFS='=' read -r name value; do
    printf -v "set_$name" %s "$value"
  done <<<"$lines"
}

# Before the stack was ever made Pulumi reads no settings of it: its file has plain lines, "  call-recording:KEY: VALUE".
settings_of_file() {
  awk 'BEGIN { printf "{" }
    /^ +call-recording:[A-Za-z]+: / {
      key = $1; sub(/:$/, "", key)
      value = $0; sub(/^ +call-recording:[A-Za-z]+: */, "", value)
      if (value ~ /^"/) { sub(/^"/, "", value); sub(/".*$/, "", value) } else if (value ~ /^\047/) { sub(/^\047/, "", value); sub(/\047.*$/, "", value) } else { sub(/ +#.*$/, "", value); sub(/ +$/, "", value) }
      gsub(/\\/, "\\\\", value)
      printf "%s\"%s\":{\"value\":\"%s\"}", (count++ ? "," : ""), key, value
    }
    END { print "}" }' "$infra/Pulumi.$env.yaml"
}

check_commands() {
  type -P pulumi >/dev/null || fail "needs pulumi, which is not on the PATH: https://www.pulumi.com/docs/iac/download-install/"
  command -v aws >/dev/null || fail "needs the aws command, which is not on the PATH: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
  need_dotnet
  command pulumi whoami >/dev/null 2>&1 || fail "pulumi is not logged in to a backend: run 'pulumi login'"
}

# Sets account to that of the credentials.
check_credentials() {
  account=$(aws sts get-caller-identity --region us-east-1 --query Account --output text 2>&1) \
    || fail "there are no AWS credentials that work: $(first_line "$account")"
}

check_account() {
  [ "$account" = "$set_accountId" ] \
    || fail "these are credentials of the account $account, and $env is for $set_accountId (accountId in infra/Pulumi.$env.yaml)"
}

check_services() {
  local answer region=$set_region bucket=$set_recordingsBucket
  export AWS_DEFAULT_REGION=$region AWS_REGION=$region
  answer=$(aws bedrock-data-automation list-data-automation-projects --max-results 1 2>&1) \
    || fail "Bedrock Data Automation does not answer in $region: $(first_line "$answer")"
  if ! answer=$(aws s3api head-bucket --bucket "$bucket" --query BucketRegion --output text 2>&1); then
    # The bucket may be another account's, which grants read access to the functions and not to the deploying credentials.
    [[ $answer == *403* ]] || fail "the bucket $bucket, in which recordings land, does not answer: $(first_line "$answer")"
    step "the bucket $bucket is closed to these credentials: that it is in $region is NOT CHECKED"
    return
  fi
  [ "$answer" = "$region" ] || fail "the bucket $bucket is in $answer, and Bedrock Data Automation in $region reads recordings of its own region only"
}
