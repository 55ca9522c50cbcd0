#!/usr/bin/env bash
# Compares codecs, by CPU time in a process for each and then by JMH; prints tab-separated lines.
# Usage: benchmarks/codec.sh [--quick]
set -euo pipefail
modules=benchmarks
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

flags+=(-Xms2g -Xmx2g)
contenders=(XMLRPC4J TYPED AALTO WOODSTOX JDK APACHE LIMIT)
jmh=()
millis=1000
if [[ $quick ]]; then
  contenders=(XMLRPC4J TYPED AALTO APACHE LIMIT)
  rounds=2
  millis=300
  jmh=(-p payload=SMALL -f 1 -wi 4 -w 700ms -i 3 -r 300ms)
fi

# The large payloads take so long that the short form looks at them once.
times() {
  for ((round = 0; round < rounds; round++)); do
    payloads=(SMALL STRUCTS TEXTS)
    [[ $quick && $round -gt 0 ]] || payloads+=(INTS BASE64)
    for payload in "${payloads[@]}"; do
      for contender in "${contenders[@]}"; do
        program CodecTimes "$contender" "$payload" "$millis"
      done
    done
  done
}

{
  times
  program JmhRounds "${jmh[@]}"
} | summary
