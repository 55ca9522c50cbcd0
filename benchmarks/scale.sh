#!/usr/bin/env bash
# Measures ours under many connections, methods and bytes; prints tab-separated lines. It takes wrk.
# Usage: benchmarks/scale.sh [--quick]
set -euo pipefail
modules=benchmarks
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
require_wrk

connections=10000
files=$((connections + 1000))
ulimit -n "$files" 2>/dev/null || {
  echo "scale.sh takes $files open files, and may have $(ulimit -n): see ulimit -n" >&2
  exit 2
}

seconds=10
millis=1000
if [[ $quick ]]; then
  rounds=1
  seconds=3
  millis=100
fi
{
  program IdleConnections "$rounds" "$connections"
  program SleepingCalls "$rounds" 2000 "$seconds"
  program TableSizes "$rounds" "$millis"
  program PeakMemory
} | summary
