package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The message that a tree of elements stands for, by the grammar of the XML-RPC specification and
 * the deviations that it has names for. It shares no line with the reader that it is compared with.
 */
final class StaxMessage {
  private final Set<Deviation> met = EnumSet.noneOf(Deviation.class);
  private final Scalars scalars = new Scalars(met);

  /** The deviations that the message shows. */
  Set<Deviation> deviations() {
    return met;
  }

  MethodCall call(StaxElement root) throws Refused {
    List<StaxElement> parts = parts(named("methodCall", root), 1, 2);
    StaxElement name = named("methodName", parts.get(0));
    String methodName = scalars.methodName(text(name));
    List<Value> params = new ArrayList<>();
    if (parts.size() > 1) {
      for (StaxElement param : parts(named("params", parts.get(1)), 0, Integer.MAX_VALUE)) {
        params.add(value(parts(named("param", param), 1, 1).get(0)));
      }
    }
    return new MethodCall(methodName, params);
  }

  MethodResponse response(StaxElement root) throws Refused {
    StaxElement content = parts(named("methodResponse", root), 1, 1).get(0);
    if (content.name().equals("fault")) {
      return new MethodResponse.Failure(fault(parts(named("fault", content), 1, 1).get(0)));
    }
    List<StaxElement> params = parts(named("params", content), 0, 1);
    if (params.isEmpty()) {
      met.add(Deviation.RESPONSE_WITHOUT_VALUE);
      return new MethodResponse.Success(Value.nil());
    }
    StaxElement value = parts(named("param", params.get(0)), 1, 1).get(0);
    return new MethodResponse.Success(value(value));
  }

  private Fault fault(StaxElement element) throws Refused {
    if (!(value(element) instanceof Value.Struct struct)) {
      throw new Refused("a fault that is no struct");
    }
    Map<String, Value> members = new LinkedHashMap<>(struct.members());
    Value code = members.remove("faultCode");
    Value string = members.remove("faultString");
    if (string == null) {
      met.add(Deviation.FAULT_WITHOUT_STRING);
    } else if (!(string instanceof Value.Str)) {
      throw new Refused("a fault's text that is no string");
    }
    if (!members.isEmpty()) {
      met.add(Deviation.FAULT_MEMBERS);
    }
    String text = string instanceof Value.Str str ? str.value() : "";
    Value.Struct more = new Value.Struct(members);
    if (code instanceof Value.Int number) {
      return new Fault(number.value(), text, more);
    }
    met.add(Deviation.FAULT_CODE_TYPE);
    if (code instanceof Value.Long number && number.value() == (int) number.value()) {
      return new Fault((int) number.value(), text, more);
    }
    if (code instanceof Value.Str words) {
      String digits = Scalars.trimmed(words.value());
      try {
        return new Fault(Integer.parseInt(digits), text, more);
      } catch (NumberFormatException e) {
        return new Fault(0, words.value() + ": " + text, more);
      }
    }
    throw new Refused("a fault's code that is no number");
  }

  /** The element, whose name has to be just this. */
  private StaxElement named(String name, StaxElement element) throws Refused {
    if (!element.name().equals(name)) {
      throw new Refused("<" + element.name() + "> for <" + name + ">");
    }
    note(element);
    return element;
  }

  private void note(StaxElement element) {
    if (element.hasPrefix()) {
      met.add(Deviation.PREFIXED_ELEMENT);
    }
    if (element.hasAttributes()) {
      met.add(Deviation.ATTRIBUTE);
    }
  }

  private static List<StaxElement> parts(StaxElement parent, int least, int most) throws Refused {
    int count = parent.children().size();
    if (count < least || count > most || !parent.hasElementsOnly()) {
      throw new Refused("the content of <" + parent.name() + ">");
    }
    return parent.children();
  }

  private static String text(StaxElement element) throws Refused {
    if (!element.children().isEmpty()) {
      throw new Refused("elements in <" + element.name() + ">");
    }
    return element.text();
  }

  private Value value(StaxElement element) throws Refused {
    List<StaxElement> children = named("value", element).children();
    if (children.isEmpty()) {
      return Value.of(element.text());
    }
    if (children.size() > 1) {
      throw new Refused("several types");
    }
    if (!element.hasElementsOnly()) {
      met.add(Deviation.TEXT_AROUND_TYPED_VALUE);
    }
    return typed(children.get(0));
  }

  private Value typed(StaxElement type) throws Refused {
    note(type);
    return switch (type.name()) {
      case "int", "i4" -> scalars.integer(text(type), false);
      case "i8" -> scalars.integer(text(extension(type, Deviation.I8)), true);
      case "i1", "i2" -> scalars.integer(text(apache(type)), false);
      case "boolean" -> scalars.truth(text(type));
      case "string" -> Value.of(text(type));
      case "double" -> scalars.real(text(type));
      case "float" -> scalars.real(text(apache(type)));
      case "biginteger" -> scalars.wholeNumber(text(apache(type)));
      case "bigdecimal" -> scalars.decimal(text(apache(type)));
      case "dateTime.iso8601" -> scalars.date(text(type));
      case "dateTime" -> scalars.date(text(apache(type)));
      case "base64" -> scalars.bytes(text(type));
      case "array" -> array(type);
      case "struct" -> struct(type);
      case "nil" -> {
        parts(extension(type, Deviation.NIL), 0, 0);
        yield Value.nil();
      }
      default -> throw new Refused("the type " + type.name());
    };
  }

  private StaxElement apache(StaxElement type) {
    return extension(type, Deviation.APACHE_TYPE);
  }

  private StaxElement extension(StaxElement type, Deviation deviation) {
    met.add(deviation);
    return type;
  }

  private Value array(StaxElement array) throws Refused {
    List<StaxElement> children = parts(array, 0, Integer.MAX_VALUE);
    boolean withoutData = children.isEmpty() || children.get(0).name().equals("value");
    List<Value> values = new ArrayList<>();
    if (withoutData) {
      met.add(Deviation.ARRAY_WITHOUT_DATA);
      for (StaxElement child : children) {
        values.add(value(child));
      }
      return new Value.Array(values);
    }
    if (children.size() > 1) {
      met.add(Deviation.ARRAY_WITH_DATA_REPEATED);
    }
    for (StaxElement data : children) {
      for (StaxElement child : parts(named("data", data), 0, Integer.MAX_VALUE)) {
        values.add(value(child));
      }
    }
    return new Value.Array(values);
  }

  private Value struct(StaxElement struct) throws Refused {
    Map<String, Value> members = new LinkedHashMap<>();
    for (StaxElement member : parts(struct, 0, Integer.MAX_VALUE)) {
      List<StaxElement> parts = parts(named("member", member), 2, 2);
      boolean late = parts.get(0).name().equals("value");
      if (late) {
        met.add(Deviation.VALUE_BEFORE_NAME);
      }
      String name = text(named("name", parts.get(late ? 1 : 0)));
      if (members.put(name, value(parts.get(late ? 0 : 1))) != null) {
        met.add(Deviation.DUPLICATE_MEMBER);
      }
    }
    return new Value.Struct(members);
  }
}
