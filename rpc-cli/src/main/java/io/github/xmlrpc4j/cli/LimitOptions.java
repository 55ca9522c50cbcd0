package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The limits of {@code serve}, by the names that docs/limits.md gives them. */
final class LimitOptions {
  private static final Map<String, BiFunction<Limits, Integer, Limits>> BY_NAME =
      new LinkedHashMap<>();

  static {
    BY_NAME.put("maxDocumentBytes", Limits::withMaxDocumentBytes);
    BY_NAME.put("maxExpansionRatio", Limits::withMaxExpansionRatio);
    BY_NAME.put("maxDepth", Limits::withMaxDepth);
    BY_NAME.put("maxValues", Limits::withMaxValues);
    BY_NAME.put("maxStringLength", Limits::withMaxStringLength);
    BY_NAME.put("maxNameLength", Limits::withMaxNameLength);
    BY_NAME.put("maxNumberLength", Limits::withMaxNumberLength);
    BY_NAME.put("maxCalls", Limits::withMaxCalls);
  }

  private LimitOptions() {}

  /**
   * The limits that are set.
   *
   * @throws UsageException if there is no limit of a name
   * @throws IllegalArgumentException if one cannot have a value
   */
  static Limits limits(Map<String, Integer> options) {
    Limits limits = Limits.DEFAULT;
    for (Map.Entry<String, Integer> option : options.entrySet()) {
      BiFunction<Limits, Integer, Limits> with = BY_NAME.get(option.getKey());
      if (with != null) {
        limits = with.apply(limits, option.getValue());
      } else if (!option.getKey().equals("idleTimeout")
          && !option.getKey().equals("minBytesPerSecond")) {
        throw new UsageException(
            "--limits: there is no limit "
                + option.getKey()
                + " (expected: "
                + String.join(", ", BY_NAME.keySet())
                + ", idleTimeout, minBytesPerSecond)");
      }
    }
    return limits;
  }

  /** Sets those that are settings of a server: seconds, and bytes a second. */
  static void set(RpcServer.Builder server, Map<String, Integer> options) {
    Integer idle = options.get("idleTimeout");
    if (idle != null) {
      server.idleTimeout(Duration.ofSeconds(idle));
    }
    Integer pace = options.get("minBytesPerSecond");
    if (pace != null) {
      server.minBytesPerSecond(pace);
    }
  }
}
