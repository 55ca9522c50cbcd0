# Sourced by the benchmarks beside it, with the modules to build in $modules: goes to the top of the
# sources, sets $rounds and $slice by the one argument there may be, builds, and defines benchmark().
rounds=9
slice=2000
case ${1:-} in
  "") ;;
  --quick)
    rounds=3
    slice=1000
    ;;
  *)
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
    ;;
esac

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -B -ntp -q -Dquick package -pl "$modules" -am >&2
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Runs a program of the benchmarks with its arguments, under a line of headings.
benchmark() {
  printf 'contender\twork\tmetric\tmedian\tmin\tmax\tratio_to_floor\n'
  "$java" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    -cp "benchmarks/target/quick/classes:$(cat benchmarks/target/quick/class-path)" \
    "io.github.xmlrpc4j.benchmarks.$1" "${@:2}"
}
