#!/bin/sh
# A compressed request. --compressed asks for a compressed answer, which comes if it is worth it: from 1,400 bytes up.
gzip -c "$(dirname "$0")/addTogether.xml" |
  curl --silent --show-error --compressed -H 'Content-Type: text/xml' -H 'Content-Encoding: gzip' \
    --data-binary @- "${1:-http://127.0.0.1:7001/RPC2}"
