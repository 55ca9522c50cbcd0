#!/usr/bin/env bash
# Compares whole servers under load, round by round; prints tab-separated lines. It takes wrk.
# Usage: benchmarks/server.sh [--quick]
set -euo pipefail
modules=benchmarks
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

require_wrk
if command -v xmlrpc-c-config cc >/dev/null; then
  read -ra libraries < <(xmlrpc-c-config abyss-server --libs)
  cc -O2 -o benchmarks/target/abyss benchmarks/peers/abyss.c "${libraries[@]}"
fi

seconds=5
large=$rounds
# Then a server is faster no more, on two cores that the load shares; after the short one nearly so.
warm_up=8
if [[ $quick ]]; then
  seconds=1
  large=1
  warm_up=3
fi
benchmark ServerRounds "$rounds" "$large" "$seconds" "$warm_up"
