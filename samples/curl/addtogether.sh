#!/bin/sh
# Adds strings: addtogether('x', 'y', 'z'). A value without a type is a string.
curl --silent --show-error -H 'Content-Type: text/xml' "${1:-http://127.0.0.1:7001/RPC2}" -d '
<methodCall><methodName>addtogether</methodName><params>
<param><value>x</value></param><param><value>y</value></param><param><value>z</value></param>
</params></methodCall>'
