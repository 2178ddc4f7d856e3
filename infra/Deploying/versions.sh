# Versions of functions that nothing needs any more. Sourced by infra/deploy.

# Versions that no execution can be redriven with any more: replaced longer ago than an execution is open and may be redriven.
prune_versions() {
  local name version modified previous cutoff kept versions gone=0
  cutoff=$(date -u -d "-$kept_days days" +%Y-%m-%dT%H:%M:%S 2>/dev/null || date -u -v "-${kept_days}d" +%Y-%m-%dT%H:%M:%S)
  for name in starter transcription status persistence failure settlement retrieval uploads; do
    name=$prefix-$name
    kept=$(aws lambda list-aliases --function-name "$name" --query 'Aliases[].FunctionVersion' --output text 2>/dev/null) \
      && versions=$(aws lambda list-versions-by-function --function-name "$name" --query "Versions[?Version!='\$LATEST'].[Version,LastModified]" --output text 2>/dev/null) \
      || continue
    previous=
    while read -r version modified; do
      if [ -n "$previous" ] && [[ $modified < $cutoff ]] && [[ " $(tr '\t' ' ' <<<"$kept") " != *" $previous "* ]]; then
        ! aws lambda delete-function --function-name "$name" --qualifier "$previous" || gone=$((gone + 1))
      fi
      previous=$version
    done < <(sort -n <<<"$versions")
  done
  [ "$gone" -eq 0 ] || step "took away $gone versions of functions that were replaced more than $kept_days days ago"
}
