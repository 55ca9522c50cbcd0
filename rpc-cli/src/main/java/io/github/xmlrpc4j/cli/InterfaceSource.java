package io.github.xmlrpc4j.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The source of an interface for a server's methods. All words of the server go through {@link
 * JavaText}.
 */
final class InterfaceSource {
  /** More signatures than that are no overloads that anybody wants to read. */
  private static final int MOST_OVERLOADS = 4;

  private static final int WIDTH = 96;

  private final String packageName;
  private final String typeName;
  private final String server;
  private final JavaTypes types;
  private final Map<String, Integer> methodNames = new HashMap<>();
  private final StringBuilder methods = new StringBuilder();

  InterfaceSource(String packageName, String typeName, String server) {
    this.packageName = packageName;
    this.typeName = typeName;
    this.server = server;
    this.types = new JavaTypes(typeName);
  }

  String of(List<MethodNote> notes) {
    notes.forEach(this::add);
    StringBuilder source = new StringBuilder();
    if (!packageName.isEmpty()) {
      source.append("package ").append(packageName).append(";\n\n");
    }
    types.imports().forEach(name -> source.append("import ").append(name).append(";\n"));
    return source
        .append("\n/** The methods of ")
        .append(JavaText.comment(server))
        .append(", as it tells them. */\npublic interface ")
        .append(typeName)
        .append(" {\n")
        .append(methods.substring(1))
        .append(types.records())
        .append("}\n")
        .toString();
  }

  private void add(MethodNote note) {
    String name = JavaTypes.unique(methodNames, JavaTypes.safe(JavaText.name(note.name())));
    if (note.signatures().isEmpty()) {
      String value = types.imported("io.github.xmlrpc4j.wire.Value");
      declare(note, value + " " + name + "(Object... arguments)");
    }
    for (SignatureNote signature : readable(note.signatures())) {
      Map<String, Integer> paramNames = new HashMap<>();
      List<String> params = new ArrayList<>();
      for (TypeNote param : signature.params()) {
        String given = param.name().isEmpty() ? "arg" + (params.size() + 1) : param.name();
        String paramName = JavaTypes.unique(paramNames, JavaText.name(given));
        params.add(types.param(param, name + " " + paramName) + " " + paramName);
      }
      String result = types.result(signature.result(), name + " result");
      declare(note, result + " " + name + "(" + String.join(", ", params) + ")");
    }
  }

  private void declare(MethodNote note, String declaration) {
    methods.append("\n  /**\n");
    String help = note.help().isBlank() ? "Calls " + note.name() + "." : note.help();
    boolean paragraph = false;
    for (String line : help.lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        paragraph = true;
      } else {
        wrap((paragraph ? "<p>" : "") + JavaText.comment(line), paragraph);
        paragraph = false;
      }
    }
    methods
        .append("   */\n  @")
        .append(types.imported("io.github.xmlrpc4j.contract.RpcMethod"))
        .append('(')
        .append(JavaText.literal(note.name()))
        .append(")\n  ")
        .append(declaration)
        .append(";\n");
  }

  private void wrap(String text, boolean afterBlank) {
    if (afterBlank) {
      methods.append("   *\n");
    }
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +", -1)) {
      if (!line.isEmpty() && line.length() + word.length() > WIDTH) {
        methods.append("   * ").append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    methods.append("   * ").append(line).append('\n');
  }

  /** Signatures that Java can tell apart, and few enough for a reader. */
  private static List<SignatureNote> readable(List<SignatureNote> told) {
    Map<Object, SignatureNote> distinct = new LinkedHashMap<>();
    for (SignatureNote signature : told) {
      distinct.merge(
          signature.params().stream().map(InterfaceSource::form).toList(),
          signature,
          InterfaceSource::merged);
    }
    if (distinct.size() <= MOST_OVERLOADS) {
      return List.copyOf(distinct.values());
    }
    Map<Object, SignatureNote> bySize = new LinkedHashMap<>();
    distinct
        .values()
        .forEach(one -> bySize.merge(one.params().size(), one, InterfaceSource::merged));
    return List.copyOf(bySize.values());
  }

  /** What is left of a type once Java has compiled it: types that Java does not know are open. */
  private static String form(TypeNote type) {
    String known = TypeNote.known(type.type());
    return known == null ? TypeNote.ANY : known.equals("nil") ? TypeNote.ANY : known;
  }

  private static SignatureNote merged(SignatureNote one, SignatureNote other) {
    List<TypeNote> params = new ArrayList<>();
    for (int i = 0; i < one.params().size(); i++) {
      params.add(merged(one.params().get(i), other.params().get(i)));
    }
    return new SignatureNote(merged(one.result(), other.result()), params);
  }

  private static TypeNote merged(TypeNote one, TypeNote other) {
    return one.equals(other) ? one : new TypeNote(one.name(), TypeNote.ANY, List.of());
  }
}
