# Steps that run beside others. Sourced by ./test after eng/prepare.sh, with $folder set.

steps=

# beside NAME COMMAND...: what it says is kept until finish shows it, so that no two steps write into each other's lines.
beside() {
  local name=$1
  shift
  set -m # A process group of its own, which stop_steps can end whole.
  ("$@") >"$folder/$name.log" 2>&1 </dev/null &
  set +m
  echo $! >"$folder/$name.pid"
  steps+=" $name"
}

# finish NAME: waits for it and shows what it said; false where it failed.
finish() {
  local code=0
  wait "$(cat "$folder/$1.pid")" || code=$?
  rm "$folder/$1.pid"
  cat "$folder/$1.log"
  return $code
}

# Stops the steps whose results are not needed any more.
stop_steps() {
  local step
  for step in $steps; do
    [ ! -e "$folder/$step.pid" ] || kill -- "-$(cat "$folder/$step.pid")" 2>/dev/null || true
  done
}
