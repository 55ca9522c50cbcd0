#!/bin/sh
# The request that Wireshark saw Python send, byte for byte: 258 bytes, answered by 129. --data would drop the newlines.
curl --silent --show-error --include -H 'Content-Type: text/xml' -H 'User-Agent: Python-xmlrpc/3.4' -H 'Accept:' \
  --data-binary "@$(dirname "$0")/addTogether.xml" "${1:-http://127.0.0.1:7001/RPC2}"
