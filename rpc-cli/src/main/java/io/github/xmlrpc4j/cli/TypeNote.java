package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of the type of a parameter, a result or a struct's member.
 *
 * @param name the name of the parameter or the member; empty if nobody has said
 * @param type the type's name, that of its element where it is one of XML-RPC's; {@code any} where
 *     it is open
 * @param members the members, if it is a struct and they are described
 */
record TypeNote(String name, String type, List<TypeNote> members) {
  static final String ANY = "any";

  TypeNote {
    members = List.copyOf(members);
  }

  /** A type by the word that a server has for it, and servers have many. */
  static TypeNote of(String word) {
    String known = known(word);
    return new TypeNote("", known == null ? word : known, List.of());
  }

  /** The type of XML-RPC that a word means, or null if it means none. */
  static @Nullable String known(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "int", "i4", "i2", "i1", "integer" -> "int";
      case "i8", "long", "ex:i8" -> "i8";
      case "boolean", "bool" -> "boolean";
      case "double", "float" -> "double";
      case "bigdecimal", "biginteger" -> "bigdecimal";
      case "string", "str" -> "string";
      case "datetime.iso8601", "datetime", "date" -> "dateTime.iso8601";
      case "base64", "bytes", "binary" -> "base64";
      case "array", "list", "tuple" -> "array";
      case "struct", "dict", "map", "hash" -> "struct";
      case "nil", "null", "none", "void" -> "nil";
      case "any", "undef", "undefined", "mixed", "value", "variant", "object", "" -> ANY;
      default -> null;
    };
  }

  /** The type of which a value is an example, as WordPress tells types. */
  static TypeNote ofExample(String name, Value value) {
    if (value instanceof Value.Str text) {
      String known = known(text.value());
      return new TypeNote(name, known == null ? "string" : known, List.of());
    }
    List<TypeNote> members = new ArrayList<>();
    if (value instanceof Value.Struct struct) {
      struct.members().forEach((member, example) -> members.add(ofExample(member, example)));
    }
    return new TypeNote(name, value.kind().typeName(), members);
  }

  /** The type with its parameter's name, as {@code int x}. */
  @Override
  public String toString() {
    String described = type;
    if (!members.isEmpty()) {
      described +=
          " {" + String.join(", ", members.stream().map(TypeNote::toString).toList()) + "}";
    }
    return name.isEmpty() ? described : described + " " + name;
  }
}
