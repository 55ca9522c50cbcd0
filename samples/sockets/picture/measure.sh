#!/bin/sh
# Measures the servers with the java of JAVA_HOME or of the PATH, 21 or newer, in about two minutes, and draws the picture.
set -eu
cd "$(dirname "$0")/.."
../../xmlrpc samples >/dev/null
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" src/test/java/io/github/xmlrpc4j/samples/sockets/Load.java target/samples.jar >picture/servers.tsv
python3 picture/draw.py <picture/servers.tsv >picture/servers.svg
