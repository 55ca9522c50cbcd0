#!/usr/bin/env bash
# Compares clients, and what one can stand on; prints tab-separated lines.
# Usage: benchmarks/client.sh [--quick]
set -euo pipefail
modules=benchmarks,rpc-cli
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

serve
benchmark Clients "$uri" "$rounds" "$slice"
