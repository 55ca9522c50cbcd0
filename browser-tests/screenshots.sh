#!/usr/bin/env bash
# Takes the pictures of the page that are in docs/, with this machine's chromium and fonts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mvn -B -q -ntp test -pl browser-tests -am -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false \
  -Dscreenshots="$PWD/docs"
ls -l docs/page*.png
