#!/bin/sh
# Both heads as they go by, on standard error (-v); the body of the answer on standard output.
curl --silent --verbose -H 'Content-Type: text/xml' \
  --data-binary "@$(dirname "$0")/addTogether.xml" "${1:-http://127.0.0.1:7001/RPC2}"
