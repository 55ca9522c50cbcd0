#!/bin/sh
# Runs one fuzz target for so many seconds, from wherever it is called and whatever has been built.
set -eu

home=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
root=$(dirname "$home")
targets='CallReader ResponseReader RoundTrip Differential'

usage() {
  cat <<END
usage: fuzz/run.sh TARGET SECONDS

targets:
  CallReader      arbitrary bytes as a method call, as values and as types
  ResponseReader  arbitrary bytes as a response
  RoundTrip       arbitrary values, written and read back
  Differential    arbitrary bytes, read here and by the JDK's own parser

The status is 0 if nothing was found. What was found is in fuzz/findings/TARGET, what led to new code in
fuzz/grown/TARGET, from where the next run goes on.
END
}

wrong() {
  echo "run.sh: $1" >&2
  usage >&2
  exit 2
}

case ${1:-} in
  -h | --help)
    usage
    exit 0
    ;;
esac
[ $# -eq 2 ] || wrong 'a target and a number of seconds are needed'
target=$1
seconds=$2
case " $targets " in
  *" $target "*) ;;
  *) wrong "there is no target $target" ;;
esac
case $seconds in
  '' | 0* | *[!0-9]*) wrong "$seconds is no number of seconds" ;;
esac

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
(cd "$root" && mvn -B -q -ntp -Dquick -pl fuzz -am package) </dev/null >&2 || {
  echo 'run.sh: the build failed' >&2
  exit 2
}

grown=$home/grown/$target
findings=$home/findings/$target
mkdir -p "$grown" "$findings"
seeds=$home/corpus/$target
if [ "$target" = Differential ]; then
  seeds="$home/corpus/CallReader $home/corpus/ResponseReader $seeds"
fi
log=$grown.log

# Both allocate for the fuzzer what the memory bound would put down to the codec, whose one pattern no document chooses.
sanitizers=com.code_intelligence.jazzer.sanitizers

# A minute for one input, since the first of all has the classes loaded and instrumented, on a busy machine slowly.
# The class path is the target, the codec as it is now, and by the target's manifest Jazzer.
status=0
# shellcheck disable=SC2086
"$java" -Xmx1g -XX:+IgnoreUnrecognizedVMOptions -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
  -cp "$root/rpc-wire/target/quick/classes:$home/target/quick/fuzz.jar" \
  com.code_intelligence.jazzer.Jazzer \
  --target_class="io.github.xmlrpc4j.fuzz.$target" \
  --instrumentation_includes='io.github.xmlrpc4j.wire.**' \
  --custom_hook_includes='io.github.xmlrpc4j.wire.**' \
  --disabled_hooks="$sanitizers.RegexInjection:$sanitizers.RegexRoadblocks" \
  --mutator_framework=false \
  --reproducer_path="$findings" \
  -artifact_prefix="$findings/" \
  -dict="$home/xml-rpc.dict" \
  -max_len=8192 -timeout=60 -max_total_time="$seconds" -print_final_stats=1 \
  "$grown" $seeds >"$log" 2>&1 || status=$?

executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
corpus=$(find "$grown" -type f | wc -l)
echo "$target: ${executions:-0} executions, coverage ${coverage:-0}, corpus of $((corpus)) grown files"
if [ "$status" -ne 0 ]; then
  grep -A 12 '^== ' "$log" >&2 || tail -n 20 "$log" >&2
  echo "run.sh: the fuzzer ended with status $status; see $findings and $log" >&2
  exit 1
fi
