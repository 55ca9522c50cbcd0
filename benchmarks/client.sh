#!/usr/bin/env bash
# Compares clients, and what one can stand on; prints tab-separated lines.
# Usage: benchmarks/client.sh [--quick]
set -euo pipefail
modules=benchmarks,rpc-cli
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

exec 3< <(exec "$java" -jar rpc-cli/target/xmlrpc.jar serve --port 0)
server=$!
trap 'kill "$server"' EXIT
read -r line <&3
uri=$(grep -o 'http://[^ ]*' <<<"$line")

benchmark Clients "$uri" "$rounds" "$slice"
