#!/bin/sh
# Two calls in one request. Each result is an array of one value, or the struct of a fault.
call() {
  printf '<value><struct>'
  printf '<member><name>methodName</name><value>divide</value></member>'
  printf '<member><name>params</name><value><array><data>'
  printf '<value><int>%d</int></value>' "$@"
  printf '</data></array></value></member></struct></value>\n'
}
{
  echo '<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>'
  call 7 2
  call 7 0
  echo '</data></array></value></param></params></methodCall>'
} | curl --silent --show-error -H 'Content-Type: text/xml' --data-binary @- "${1:-http://127.0.0.1:7001/RPC2}"
