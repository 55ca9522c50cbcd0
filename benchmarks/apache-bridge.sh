#!/usr/bin/env bash
# Compares programs on Apache XML-RPC before, on and after the bridge; prints tab-separated lines.
# Usage: benchmarks/apache-bridge.sh [--quick]
set -euo pipefail
modules=benchmarks
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

benchmark ApacheBridge "$rounds" "$slice"
