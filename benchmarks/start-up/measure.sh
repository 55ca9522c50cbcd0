#!/usr/bin/env bash
# How long a call from the command line takes, beside a minimal Java program that makes the same call: medians of
# alternating rounds, in milliseconds, with the shell that starts them. Usage: measure.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-21}
work=$(mktemp -d)
serve=
cleanup() {
  [[ -z $serve ]] || kill "$serve" 2>/dev/null || :
  rm -rf "$work"
}
trap cleanup EXIT

./xmlrpc --version >"$work/version"
javac -d "$work" benchmarks/start-up/Minimal.java
./xmlrpc serve --port 0 >"$work/serve" &
serve=$!
for _ in {1..100}; do
  grep -qs Listening "$work/serve" && break
  sleep 0.1
done
url=$(sed -n 's/^Listening on //p' "$work/serve")

quick='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10 -XX:+UseG1GC -XX:ParallelGCThreads=1 -XX:-UsePerfData'
declare -A line=(
  [minimal]="java -cp $work Minimal $url add 7 3"
  [minimal_same_flags]="java $quick -cp $work Minimal $url add 7 3"
  [xmlrpc]="./xmlrpc call $url add 7 3"
  [xmlrpc_with_options]="./xmlrpc call --timeout 5 $url add 7 3"
  [jar_alone]="java -jar rpc-cli/target/xmlrpc.jar call $url add 7 3"
)
names=(minimal minimal_same_flags xmlrpc xmlrpc_with_options jar_alone)

for ((round = -2; round < rounds; round++)); do
  for name in "${names[@]}"; do
    start=$(date +%s%N)
    [[ $(${line[$name]}) == 10 ]]
    end=$(date +%s%N)
    ((round < 0)) || echo $(((end - start) / 10000)) >>"$work/$name.times"
  done
done

median() {
  sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] / 100 }'
}

base=$(median "$work/minimal.times")
for name in "${names[@]}"; do
  time=$(median "$work/$name.times")
  awk -v name="$name" -v time="$time" -v base="$base" \
    'BEGIN { printf "%-22s %8.1f ms  %.2f times minimal\n", name, time, time / base }'
done
