#!/bin/sh
# A fault has the HTTP status 200, so curl is content; whoever wants to know looks for <fault>.
answer=$(curl --silent --show-error --fail -H 'Content-Type: text/xml' "${1:-http://127.0.0.1:7001/RPC2}" -d '
<methodCall><methodName>divide</methodName><params>
<param><value><int>7</int></value></param><param><value><int>0</int></value></param>
</params></methodCall>') || exit
echo "$answer"
case $answer in *'<fault>'*) exit 1 ;; esac
