#!/bin/sh
# Changes the code of the reader in every small way that PIT knows, and tells which changes no test
# notices: killed/total for each source file, then the survivors, of which mutants.md says why they
# survive. Takes ten minutes and more; with class names it looks at those alone.
#
#   rpc-wire/mutants.sh                     all of the reader
#   rpc-wire/mutants.sh Scanner Cursor      two classes
set -eu
cd "$(dirname "$0")/.."
classes=
for name in "${@:-*}"; do
  classes="$classes,io.github.xmlrpc4j.wire.$name"
done
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! mvn -B -ntp -pl rpc-wire -Pmutants -Djacoco.skip -DtargetClasses="${classes#,}" \
    test-compile org.pitest:pitest-maven:mutationCoverage >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi
python3 - rpc-wire/target/pit-reports/mutations.xml <<'PY'
import collections, sys, xml.etree.ElementTree as xml

count = collections.Counter()
killed = collections.Counter()
survivors = []
for mutation in xml.parse(sys.argv[1]).getroot():
    file = mutation.findtext("sourceFile")
    count[file] += 1
    if mutation.get("detected") == "true":
        killed[file] += 1
    else:
        line = int(mutation.findtext("lineNumber"))
        method = mutation.findtext("mutatedMethod")
        survivors.append((file, line, method, mutation.findtext("description")))
for file in sorted(count):
    print(f"{killed[file]}/{count[file]} {file}")
total = sum(count.values())
print(f"{sum(killed.values())}/{total} in all, {100 * sum(killed.values()) / total:.1f} %")
for file, line, method, what in sorted(survivors):
    print(f"{file}:{line} {method}: {what}")
PY
