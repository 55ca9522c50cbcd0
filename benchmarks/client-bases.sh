#!/usr/bin/env bash
# Compares what an XML-RPC client can stand on; prints tab-separated lines.
# Usage: benchmarks/client-bases.sh [--quick]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=9
slice=2000
case ${1:-} in
  "") ;;
  --quick)
    rounds=3
    slice=1000
    ;;
  *)
    sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac

mvn -B -ntp -q -Dquick package -pl benchmarks,rpc-cli -am >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

exec 3< <(exec "$java" -jar rpc-cli/target/xmlrpc.jar serve --port 0)
server=$!
trap 'kill "$server"' EXIT
read -r line <&3
uri=$(grep -o 'http://[^ ]*' <<<"$line")

printf 'contender\twork\tmetric\tmedian\tmin\tmax\tratio_to_floor\n'
"$java" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
  -cp "benchmarks/target/quick/classes:$(cat benchmarks/target/quick/class-path)" \
  io.github.xmlrpc4j.benchmarks.ClientBases "$uri" "$rounds" "$slice"
