#!/bin/sh
# The names of all functions, one a line. These servers put one value on a line, which lets sed do.
curl --silent --show-error -H 'Content-Type: text/xml' "${1:-http://127.0.0.1:7001/RPC2}" -d '
<methodCall><methodName>system.listMethods</methodName></methodCall>' |
  sed -n 's:.*<string>\(.*\)</string>.*:\1:p'
