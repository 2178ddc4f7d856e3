# The proof that a deployed stack works: one real call, and its addresses. Sourced by infra/deploy.

field() { # field HASH NAME: of the call's newest item.
  aws dynamodb query --table-name "$(output tableName)" --no-scan-index-forward --limit 1 --key-condition-expression '#h = :h' \
    --expression-attribute-names '{"#h":"hash"}' --expression-attribute-values "{\":h\":{\"S\":\"$1\"}}" --query "Items[0].$2.S" --output text
}

# One of the shipped recordings goes the whole way: bucket, topic, queue, execution, Bedrock Data Automation, table, list.
prove() {
  local call now hash status=None audio answer until
  call=smoke-$(date -u +%Y%m%d-%H%M%S)
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  hash=$(printf %s "$call" | { md5sum 2>/dev/null || md5 -q; } | cut -d' ' -f1)
  audio=s3://$set_recordingsBucket/${set_recordingsPrefix}smoke/$call.mp3
  step "smoke: $audio"
  answer=$(aws s3 cp --only-show-errors "$root/local/Samples/missing-hinges/audio.mp3" "$audio" 2>&1) \
    || fail "the stack is deployed; a recording for the proof could not be put to $audio: $(first_line "$answer")"
  answer=$(aws sns publish --topic-arn "$(output topicArn)" --message "{\"callId\":\"$call\",\"audioS3Uri\":\"$audio\",\"timestamp\":\"$now\"}" 2>&1) \
    || fail "the stack is deployed; the proof could not be published: $(first_line "$answer")"
  until=$((SECONDS + smoke_minutes * 60))
  while [ "$SECONDS" -lt "$until" ]; do
    status=$(field "$hash" bedrock_status) || status=None
    case "$status" in
      SUCCESS | FAILED) break ;;
    esac
    sleep "${DEPLOY_POLL_SECONDS:-15}"
  done
  [ "$status" != FAILED ] || fail "the stack is deployed, and the call $call failed: $(field "$hash" error): $(field "$hash" cause)"
  [ "$status" = SUCCESS ] || fail "the stack is deployed, and the call $call has the status $status after $smoke_minutes minutes: look at its execution, $(output consoleUrl)"
  ask_function "$call"
  ask_door
  step "smoke: $call is SUCCESS and listed; it stays on record until './run ops erase' takes it"
}

# The API and the page by their addresses: the API refuses requests without credentials, unless it is open.
ask_door() {
  local code expected
  command -v curl >/dev/null || { step "smoke: the addresses of the API and the page were NOT ASKED, there is no curl"; return; }
  case "$set_auth" in
    none) expected=200 ;;
    cognito) expected=401 ;;
    *) expected=403 ;;
  esac
  code=$(curl -s -o /dev/null -w '%{http_code}' --max-time 60 "$(output apiUrl)/analytics") || true
  [ "$code" = "$expected" ] || fail "the stack is deployed, and its API answers $code to a request without credentials, expected $expected"
  code=$(curl -s -o /dev/null -w '%{http_code}' --max-time 60 "https://$(output distributionDomainName)/") || true
  [ "$code" = 200 ] || fail "the stack is deployed, and its page answers $code, expected 200"
}

# The function behind the API, as API Gateway would ask it.
ask_function() {
  local files
  files=$(mktemp -d)
  printf '{"httpMethod":"GET","resource":"/analytics","queryStringParameters":{"callId":"%s"}}' "$1" >"$files/question.json"
  aws lambda invoke --function-name "$prefix-retrieval" --qualifier live --payload "fileb://$files/question.json" "$files/answer.json" >/dev/null \
    || fail "the stack is deployed, and its API's function cannot be invoked"
  grep -q '"statusCode":200' "$files/answer.json" && grep -qF "$1" "$files/answer.json" \
    || fail "the stack is deployed, and its API does not list the call $1: $(cut -c1-300 "$files/answer.json")"
  rm -rf "$files"
}
