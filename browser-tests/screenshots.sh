#!/usr/bin/env bash
# Takes the pictures that are in docs/: of the page, with this machine's chromium and fonts, and of the terminal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -B -q -ntp test -pl browser-tests -am -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false \
  -Dscreenshots="$PWD/docs"
browser-tests/terminal.py
ls -l docs/page*.png docs/terminal.svg
