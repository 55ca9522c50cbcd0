package io.github.xmlrpc4j.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of Java that stand for those that a server tells, with the records that they need and
 * the types that they import.
 */
final class JavaTypes {
  /** What a record's component cannot be called: these are methods of every object. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final Map<String, Integer> typeNames = new HashMap<>();
  private final Set<String> imports = new TreeSet<>();
  private final StringBuilder records = new StringBuilder();

  JavaTypes(String typeName) {
    List.of("BigDecimal", "List", "LocalDateTime", "Map", "Name", "Object", "RpcMethod", "String")
        .forEach(taken -> typeNames.put(taken, 1));
    typeNames.put("Value", 1);
    typeNames.put(typeName, 1);
  }

  Set<String> imports() {
    return imports;
  }

  String records() {
    return records.toString();
  }

  String result(TypeNote note, String context) {
    return note.type().equals("nil") ? "void" : type(note, context, "Value");
  }

  String param(TypeNote note, String context) {
    return type(note, context, "Object");
  }

  private String type(TypeNote note, String context, String open) {
    return switch (note.type()) {
      case "int", "boolean", "double" -> note.type();
      case "i8" -> "long";
      case "string" -> "String";
      case "base64" -> "byte[]";
      case "bigdecimal" -> imported("java.math.BigDecimal");
      case "dateTime.iso8601" -> imported("java.time.LocalDateTime");
      case "array" -> imported("java.util.List") + "<" + value() + ">";
      case "struct" ->
          note.members().isEmpty()
              ? imported("java.util.Map") + "<String, " + value() + ">"
              : record(note.members(), context);
      default -> open.equals("Value") ? value() : open;
    };
  }

  private String value() {
    return imported("io.github.xmlrpc4j.wire.Value");
  }

  String imported(String name) {
    imports.add(name);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String record(List<TypeNote> members, String context) {
    String name = unique(typeNames, JavaText.typeName(context));
    Map<String, Integer> components = new HashMap<>();
    StringBuilder source = new StringBuilder();
    for (TypeNote member : members) {
      String component = unique(components, safe(JavaText.name(member.name())));
      source.append(source.isEmpty() ? "\n      " : ",\n      ");
      if (!component.equals(member.name())) {
        source
            .append('@')
            .append(imported("io.github.xmlrpc4j.wire.bind.Name"))
            .append('(')
            .append(JavaText.literal(member.name()))
            .append(") ");
      }
      String type = type(member, context + " " + component, "Value");
      source.append(type).append(' ').append(component);
    }
    records
        .append("\n  /** A struct, as the server describes it. */\n  record ")
        .append(name)
        .append('(')
        .append(source)
        .append(") {}\n");
    return name;
  }

  /** The name, if need be with something behind it, so that it hides no method of objects. */
  static String safe(String name) {
    return OF_OBJECTS.contains(name) ? name + "_" : name;
  }

  /** The name, if need be with a number behind it, and taken from now on. */
  static String unique(Map<String, Integer> taken, String name) {
    String candidate = name;
    while (taken.containsKey(candidate)) {
      candidate = name + taken.merge(name, 1, Integer::sum);
    }
    taken.put(candidate, 1);
    return candidate;
  }
}
