package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.util.List;

/**
 * A line of a batch: a call.
 *
 * @param number the line's number, from 1
 * @param method the method's name
 * @param params the arguments
 */
record BatchLine(int number, String method, List<Value> params) {
  /**
   * Reads {@code {"method": "add", "params": [7, 3]}} or {@code ["add", 7, 3]}.
   *
   * @throws UsageException if the line is neither
   */
  static BatchLine read(int number, String text, JsonInput json) {
    Value value;
    try {
      value = json.read(text);
    } catch (NotJsonException e) {
      throw new UsageException("it is no JSON: " + e.getMessage(), e);
    }
    if (value instanceof Value.Array array
        && !array.values().isEmpty()
        && array.values().get(0) instanceof Value.Str method) {
      return new BatchLine(
          number, method.value(), array.values().subList(1, array.values().size()));
    }
    if (value instanceof Value.Struct struct
        && struct.get("method") instanceof Value.Str method
        && (struct.get("params") == null || struct.get("params") instanceof Value.Array)
        && struct.members().size() == (struct.get("params") == null ? 1 : 2)) {
      List<Value> params =
          struct.get("params") instanceof Value.Array array ? array.values() : List.of();
      return new BatchLine(number, method.value(), params);
    }
    throw new UsageException(
        "expected {\"method\": \"add\", \"params\": [7, 3]} or [\"add\", 7, 3]");
  }
}
