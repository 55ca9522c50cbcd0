package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of {@code serve}, on standard error: a line a fault, none a call; Jetty is heard only
 * when something is wrong.
 */
final class ServerLog extends Handler {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  /** Loggers are forgotten, and their levels with them, unless somebody holds them. */
  private static final Logger ROOT = Logger.getLogger("");

  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  private static final Logger WIRE = Logger.getLogger("io.github.xmlrpc4j.server.wire");

  private final PrintStream out;
  private final boolean json;

  private ServerLog(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /**
   * Has everything logged from now on.
   *
   * @param json whether each entry is an object of JSON
   * @param wire whether all documents are logged too
   */
  static void start(PrintStream out, boolean json, boolean wire) {
    LogManager.getLogManager().reset();
    ROOT.addHandler(new ServerLog(out, json));
    JETTY.setLevel(Level.WARNING);
    if (wire) {
      WIRE.setLevel(Level.ALL);
    }
  }

  @Override
  public void publish(LogRecord entry) {
    out.println(json ? json(entry) : text(entry));
  }

  private static String text(LogRecord entry) {
    String logger = "" + entry.getLoggerName();
    String line =
        TIME.format(entry.getInstant())
            + " "
            + level(entry)
            + " "
            + logger.substring(logger.lastIndexOf('.') + 1)
            + " - "
            + message(entry)
            + trace(entry);
    // An entry's further lines cannot be taken for entries.
    return Printable.of(line.stripTrailing()).replace("\n", "\n  ");
  }

  private static String json(LogRecord entry) {
    Value.Struct told =
        Value.Struct.empty()
            .with("time", Value.of(TIME.format(entry.getInstant())))
            .with("level", Value.of(level(entry)))
            .with("logger", Value.of("" + entry.getLoggerName()))
            .with("message", Value.of(message(entry)));
    String trace = trace(entry);
    return JsonOutput.PLAIN.of(
        trace.isEmpty() ? told : told.with("trace", Value.of(trace.strip())));
  }

  private static String message(LogRecord entry) {
    return new Plain().formatMessage(entry);
  }

  private static String level(LogRecord entry) {
    int level = entry.getLevel().intValue();
    if (level >= Level.WARNING.intValue()) {
      return level >= Level.SEVERE.intValue() ? "ERROR" : "WARN";
    }
    return level >= Level.INFO.intValue() ? "INFO" : "TRACE";
  }

  private static String trace(LogRecord entry) {
    if (entry.getThrown() == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    entry.getThrown().printStackTrace(new PrintWriter(trace, true));
    return "\n" + trace;
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {}

  private static final class Plain extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return formatMessage(entry);
    }
  }
}
