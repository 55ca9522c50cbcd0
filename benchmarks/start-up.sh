#!/usr/bin/env bash
# Measures from a program's start to its first answer: calls from a shell, and servers; prints tab-separated lines.
# Usage: benchmarks/start-up.sh [--quick]
set -euo pipefail
modules=benchmarks,rpc-cli
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

serve
rounds=31
[[ ! $quick ]] || rounds=11
benchmark StartUp "$uri" "$rounds"
