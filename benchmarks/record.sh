#!/usr/bin/env bash
# Runs benchmarks, keeps their results with what they ran on in results/, and has them shown in RESULTS.md.
# Usage: [JAVA_HOME=...] benchmarks/record.sh [--quick] codec|server|client|scale|start-up...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

mode=()
if [[ ${1:-} == --quick ]]; then
  mode=(--quick)
  shift
fi
[[ $# -gt 0 ]] || {
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
}
mkdir -p results
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.vm.version = //p')

for name in "$@"; do
  file=results/$name-jdk${version%%[.+]*}.tsv
  run=$(mktemp)
  "./$name.sh" "${mode[@]}" >"$run"
  {
    echo "# $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) processors, $(uname -sr)"
    echo "# JDK $version; $(git log -1 --format='commit %h, %cd' --date=short)"
    echo "# benchmarks/$name.sh ${mode[*]}"
    cat "$run"
  } >"$file"
  rm "$run"
done
./charts.py
