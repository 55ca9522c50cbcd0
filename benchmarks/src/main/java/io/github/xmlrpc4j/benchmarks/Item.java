package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A struct of four members, as typed programs have it.
 *
 * @param name a string
 * @param count an int
 * @param price a double
 * @param known a boolean
 */
public record Item(String name, int count, double price, boolean known) {
  static Item of(String name, int number) {
    return new Item(name, number, number / 8.0, number % 2 == 0);
  }

  Map<String, Object> asMap() {
    return Map.of("name", name, "count", count, "price", price, "known", known);
  }

  Value asValue() {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("name", Value.of(name));
    members.put("count", Value.of(count));
    members.put("price", Value.of(price));
    members.put("known", Value.of(known));
    return new Value.Struct(members);
  }
}
