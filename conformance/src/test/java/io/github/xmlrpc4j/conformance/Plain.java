package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages without what some peers do not tell: the width of an integer, the order of members. */
final class Plain {
  private Plain() {}

  static String json(MethodCall call) {
    List<Value> params = call.params().stream().map(Plain::of).toList();
    return Json.of(new MethodCall(call.methodName(), params));
  }

  static String json(MethodResponse response) {
    return response instanceof MethodResponse.Success success
        ? Json.of(new MethodResponse.Success(of(success.value())))
        : Json.of(response);
  }

  static Value of(Value value) {
    if (value instanceof Value.Long number) {
      return Value.of(BigDecimal.valueOf(number.value()).toBigInteger());
    } else if (value instanceof Value.Decimal decimal && decimal.value().scale() == 0) {
      return Value.of(decimal.value().unscaledValue());
    } else if (value instanceof Value.Array array) {
      return new Value.Array(array.values().stream().map(Plain::of).toList());
    } else if (value instanceof Value.Struct struct) {
      Map<String, Value> members = new LinkedHashMap<>();
      new TreeMap<>(struct.members()).forEach((name, member) -> members.put(name, of(member)));
      return new Value.Struct(members);
    }
    return value;
  }
}
