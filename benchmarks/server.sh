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

rounds=7
seconds=2
large=2
# Seconds with the small call, behind those with the structs and the large payloads. A load that takes both cores leaves
# little to the compilers: with the structs, they are done after 15 seconds, and not after those of the short form.
warm_up=(10 15)
contenders=()
if [[ $quick ]]; then
  rounds=3
  seconds=1
  large=1
  warm_up=(3 2)
  # One parser of StAX is enough here, and one bare handler that does not block, the faster.
  contenders=(FLOOR SELECTORS VIRTUAL MARKED TYPED VALUES AALTO APACHE_SERVLET APACHE PYTHON ABYSS)
fi
benchmark ServerRounds "$rounds" "$large" "$seconds" "${warm_up[@]}" "${contenders[@]}"
