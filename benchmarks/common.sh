# shellcheck shell=bash disable=SC2034,SC2154
# Sourced by the benchmarks beside it, with the modules to build in $modules: goes to the top of the
# sources, sets $rounds, $slice and $quick by the one argument there may be, builds, and defines
# program(), benchmark(), summary(), serve() and require_wrk().
rounds=9
slice=2000
quick=
case ${1:-} in
  "") ;;
  --quick)
    rounds=3
    slice=1000
    quick=yes
    ;;
  *)
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
    ;;
esac

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
mvn -B -ntp -q -Dquick package -pl "$modules" -am >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags=(-Dorg.slf4j.simpleLogger.defaultLogLevel=warn)
class_path="benchmarks/target/quick/classes:$(cat benchmarks/target/quick/class-path)"

# Runs a program of the benchmarks with its arguments.
program() {
  "$java" "${flags[@]}" -cp "$class_path" "io.github.xmlrpc4j.benchmarks.$1" "${@:2}"
}

# Runs a program that prints the figures of each round, and makes results of them.
benchmark() {
  program "$@" | summary
}

# Makes results of the figures of each round.
summary() {
  program Summary benchmarks/bars.tsv
}

# Serves with the jar of the command line, which the modules have to have, until the script ends; sets $uri.
serve() {
  exec 3< <(exec "$java" -jar rpc-cli/target/xmlrpc.jar serve --port 0)
  server=$!
  trap 'kill "$server"' EXIT
  read -r line <&3
  uri=$(grep -o 'http://[^ ]*' <<<"$line")
}

require_wrk() {
  command -v wrk >/dev/null || {
    echo "$0 takes wrk, which is not there: apt-get install wrk, or https://github.com/wg/wrk" >&2
    exit 2
  }
}
