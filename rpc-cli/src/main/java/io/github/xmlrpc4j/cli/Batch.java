package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.MultiCall;
import io.github.xmlrpc4j.client.Pending;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the calls that standard input lists, many in one request. */
@Command(
    name = "batch",
    description = "Makes the calls that the lines of standard input are, many in one request.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A line is {\"method\": \"add\", \"params\": [7, 3]} or [\"add\", 7, 3]. Each has its",
      "line of output, in order: {\"line\":1,\"result\":10}, or",
      "{\"line\":1,\"fault\":{\"code\":-32500,\"text\":\"division by zero\"}}.",
      "At a fault the batch stops, once the block that it is in is done; --block 1 stops",
      "right there. Whatever stops a batch, a message says which --from goes on without",
      "repeating a call.",
      "",
      "Exit status: 0 all done, 1 there was a fault, 2 wrong use, 3 no answer.",
      "",
      "Example: echo '[\"add\", 7, 3]' | xmlrpc batch http://127.0.0.1:7001"
    })
final class Batch implements Callable<Integer> {
  static final String NAME = "batch";

  private final Terminal terminal;

  @Parameters(paramLabel = "URL", description = "The server; /RPC2 if it has no path.")
  private String url = "";

  @Option(
      names = "--block",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many calls go in one request: ${DEFAULT-VALUE}.")
  private int block = 100;

  @Option(names = "--continue", description = "Goes on behind faults.")
  private boolean goesOn;

  @Option(
      names = "--from",
      paramLabel = "LINE",
      defaultValue = "1",
      description = "Begins with this line of the input: ${DEFAULT-VALUE}.")
  private int from = 1;

  @Mixin private ValueOptions values = new ValueOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  private long faults;
  private long calls;

  /** The last line that was read, and the bytes up to its end. */
  private int line;

  private long bytes;

  /** What is wrong with the line behind the last block. */
  private @Nullable UsageException broken;

  Batch(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (block < 1 || from < 1) {
      throw new UsageException("--block and --from: " + block + ", " + from + " (expected: >= 1)");
    }
    Resumption resumption = new Resumption(from);
    Thread interruption =
        new Thread(() -> terminal.complain(NAME, "" + resumption.stop()), "xmlrpc-interrupted");
    Runtime.getRuntime().addShutdownHook(interruption);
    ProgressBar bar = new ProgressBar(terminal);
    try (ServerProxy proxy = server.open(terminal, NAME, url)) {
      run(proxy, resumption, bar);
    } catch (RuntimeException e) {
      bar.clear();
      int status = ExitStatus.told(terminal, NAME, e);
      terminal.complain(NAME, resumption.advice());
      return status;
    } finally {
      if (!resumption.isStopping()) {
        Runtime.getRuntime().removeShutdownHook(interruption);
      }
    }
    bar.clear();
    return ended(resumption);
  }

  private int ended(Resumption resumption) {
    if (broken != null) {
      throw broken;
    }
    if (faults == 0) {
      return ExitStatus.DONE;
    }
    terminal.complain(
        NAME,
        faults
            + (faults == 1 ? " fault" : " faults")
            + " in "
            + calls
            + (calls == 1 ? " call" : " calls")
            + (goesOn ? "" : "; " + resumption.advice()));
    return ExitStatus.FAULT;
  }

  private void run(ServerProxy proxy, Resumption resumption, ProgressBar bar) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    for (List<BatchLine> next = read(in); !next.isEmpty(); next = read(in)) {
      if (!resumption.begins(next.get(0), next.get(next.size() - 1))) {
        return;
      }
      send(proxy, next, resumption);
      resumption.ended(next.get(next.size() - 1).number() + 1);
      bar.show(bytes, calls);
      if (broken != null || (faults > 0 && !goesOn)) {
        return;
      }
    }
  }

  /** The next block of lines; it ends before one that is no call. */
  private List<BatchLine> read(BufferedReader in) throws IOException {
    List<BatchLine> lines = new ArrayList<>();
    JsonInput json = values.input();
    String text = broken == null ? in.readLine() : null;
    while (text != null) {
      line++;
      bytes += text.getBytes(StandardCharsets.UTF_8).length + 1;
      if (line >= from && !text.isBlank()) {
        try {
          lines.add(BatchLine.read(line, text, json));
        } catch (UsageException e) {
          broken =
              new UsageException(
                  "line " + line + ": " + e.getMessage() + "; go on with --from " + line, e);
          return lines;
        }
      }
      text = lines.size() == block ? null : in.readLine();
    }
    return lines;
  }

  private void send(ServerProxy proxy, List<BatchLine> lines, Resumption resumption) {
    if (lines.size() == 1) {
      BatchLine only = lines.get(0);
      print(only, () -> proxy.call(only.method(), only.params().toArray()));
      return;
    }
    MultiCall batch = proxy.multicall().fallBack();
    List<Pending<Value>> answers =
        lines.stream().map(call -> batch.add(call.method(), call.params().toArray())).toList();
    try {
      batch.send();
    } finally {
      // If it broke off while the calls were made one by one, those that were answered are done.
      for (int i = 0; i < lines.size() && answers.get(i).isAnswered(); i++) {
        print(lines.get(i), answers.get(i)::get);
        resumption.begins(
            new BatchLine(lines.get(i).number() + 1, "", List.of()), lines.get(lines.size() - 1));
      }
    }
  }

  private void print(BatchLine call, Supplier<Value> answer) {
    Value.Struct told = Value.Struct.empty().with("line", Value.of(call.number()));
    try {
      told = told.with("result", answer.get());
    } catch (ServerFaultException e) {
      told = told.with("fault", members(e.fault()));
      faults++;
    }
    calls++;
    terminal.out().println(values.lines().of(told));
  }

  private static Value members(Fault fault) {
    Value.Struct told =
        Value.Struct.empty()
            .with("code", Value.of(fault.code()))
            .with("text", Value.of(fault.text()));
    return fault.members().members().isEmpty() ? told : told.with("members", fault.members());
  }
}
