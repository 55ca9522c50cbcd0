#!/bin/sh
# Calls with three integers, and is answered with an array of doubles.
curl --silent --show-error -H 'Content-Type: text/xml' "${1:-http://127.0.0.1:7001/RPC2}" -d '
<methodCall><methodName>quadratic</methodName><params>
<param><value><int>2</int></value></param>
<param><value><int>-4</int></value></param>
<param><value><int>0</int></value></param>
</params></methodCall>'
