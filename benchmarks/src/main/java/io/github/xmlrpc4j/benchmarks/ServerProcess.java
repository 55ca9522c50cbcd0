package io.github.xmlrpc4j.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A server in a process of its own, which tells its port in its first line.
 *
 * @param process the process
 * @param uri where it serves
 */
record ServerProcess(Process process, URI uri) implements AutoCloseable {
  /** Linux counts the CPU time of a process in hundredths of a second. */
  private static final double MICROS_A_TICK = 10_000;

  /** What servers complain of, connections that a load ends among it. */
  private static final File LOG = new File("benchmarks/target/servers.log");

  static ServerProcess start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(LOG));
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String port = out.readLine();
    if (port == null) {
      throw new IOException("no port from " + command + "; " + LOG + " may tell why");
    }
    return new ServerProcess(process, URI.create("http://127.0.0.1:" + port + "/RPC2"));
  }

  /** The CPU time that the process has used, in microseconds. */
  double cpuMicros() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_A_TICK;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
