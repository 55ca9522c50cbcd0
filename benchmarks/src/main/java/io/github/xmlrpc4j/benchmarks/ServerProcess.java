package io.github.xmlrpc4j.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server in a process of its own, which tells its port in its first line.
 *
 * @param process the process
 * @param out what it prints after that
 * @param uri where it serves
 */
record ServerProcess(Process process, BufferedReader out, URI uri) implements AutoCloseable {
  /** Linux counts the CPU time of a process in hundredths of a second. */
  private static final double MICROS_A_TICK = 10_000;

  /** What servers complain of, connections that a load ends among it. */
  private static final File LOG = new File("benchmarks/target/servers.log");

  static ServerProcess start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(LOG));
    Process process = builder.start();
    // It goes with this program, however that ends.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String port = out.readLine();
    if (port == null) {
      throw new IOException("no port from " + command + "; " + LOG + " may tell why");
    }
    return new ServerProcess(process, out, URI.create("http://127.0.0.1:" + port + "/RPC2"));
  }

  /** The command of a program of the benchmarks on this JVM. */
  static List<String> java(List<String> flags, Class<?> program, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(args));
    return command;
  }

  /** The CPU time that the process has used, in microseconds. */
  double cpuMicros() throws IOException {
    String stat = Files.readString(proc("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_A_TICK;
  }

  /** The memory that the process holds, in kB. */
  double residentKilobytes() throws IOException {
    return Files.readAllLines(proc("status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .sum();
  }

  private Path proc(String file) {
    return Path.of("/proc/" + process.pid() + "/" + file);
  }

  /** What a {@link ScaleServer} holds in its heap after a collection, in kB. */
  double heapKilobytes() throws IOException {
    BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
    in.write("\n");
    in.flush();
    return Double.parseDouble(out.readLine());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
