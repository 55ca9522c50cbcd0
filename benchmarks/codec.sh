#!/usr/bin/env bash
# Compares codecs, by CPU time in a process for each and then by JMH; prints tab-separated lines.
# Usage: benchmarks/codec.sh [--quick]
set -euo pipefail
modules=benchmarks
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

flags+=(-Xms2g -Xmx2g)
contenders=(XMLRPC4J TYPED AALTO WOODSTOX JDK APACHE LIMIT)
jmh=(-p "payload=SMALL,STRUCTS,TEXTS" -f 1 -w 500ms -r 500ms)
rounds=3
millis=1000
# How long the compilers take to be done with a step, in milliseconds: Aalto's with the small call take 5 seconds, ours with
# the structs 6 on a machine of 2 GHz; less where a document repeats what is compiled. The short form spends less still.
declare -A warm_up=([SMALL]=6000 [STRUCTS]=8000 [TEXTS]=6000 [INTS]=1500 [BASE64]=1500)
if [[ $quick ]]; then
  contenders=(XMLRPC4J TYPED AALTO APACHE LIMIT)
  rounds=1
  millis=300
  warm_up=([SMALL]=5000 [STRUCTS]=3000 [TEXTS]=2000 [INTS]=1000 [BASE64]=700)
  jmh=(-p contender=XMLRPC4J -p payload=SMALL -f 1 -wi 4 -w 700ms -i 3 -r 300ms)
fi

times() {
  for ((round = 0; round < rounds; round++)); do
    payloads=(SMALL STRUCTS TEXTS)
    # What is large takes its time, and its figures are of few steps that are alike.
    [[ $round -gt 0 ]] || payloads+=(INTS BASE64)
    for payload in "${payloads[@]}"; do
      for contender in "${contenders[@]}"; do
        program CodecTimes "$contender" "$payload" "${warm_up[$payload]}" "$millis"
      done
    done
  done
}

{
  times
  program JmhRounds "${jmh[@]}"
} | summary
