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
# Seconds with the small call, behind those with the structs and the large payloads: then a server is faster no more, on
# two cores that the load shares. After the short ones it nearly is.
warm_up=(8 8)
contenders=()
if [[ $quick ]]; then
  seconds=1
  large=1
  warm_up=(5 3)
  # One parser of StAX is enough here.
  contenders=(FLOOR NON_BLOCKING SELECTORS VIRTUAL MARKED TYPED VALUES AALTO APACHE_SERVLET APACHE PYTHON ABYSS)
fi
benchmark ServerRounds "$rounds" "$large" "$seconds" "${warm_up[@]}" "${contenders[@]}"
