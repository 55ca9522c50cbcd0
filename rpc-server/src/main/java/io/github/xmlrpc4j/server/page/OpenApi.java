package io.github.xmlrpc4j.server.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The description of a server by OpenAPI 3.1. What it says of HTTP is the same for all servers; the
 * last of its schemas names the functions of one.
 */
public final class OpenApi {
  private static final String FUNCTIONS = "    MethodName:\n";

  private OpenApi() {}

  /**
   * The description of a server with some functions.
   *
   * @param another the description of another server
   */
  public static String of(String another, Catalog catalog) {
    StringBuilder out = new StringBuilder(another);
    out.setLength(another.lastIndexOf(FUNCTIONS));
    out.append(FUNCTIONS).append("      type: string\n");
    if (catalog.refusal() != null) {
      out.append("      description: ").append(quoted(catalog.refusal())).append('\n');
      return out.toString();
    }
    out.append("      oneOf:\n");
    for (Catalog.Function function : catalog.functions()) {
      out.append("        - const: ").append(quoted(function.name())).append('\n');
      out.append("          description: ").append(quoted(function.help())).append('\n');
      out.append("          x-signatures:");
      out.append(function.signatures().isEmpty() ? " []\n" : "\n");
      for (List<String> signature : function.signatures()) {
        out.append("            - ").append(signatureOf(signature)).append('\n');
      }
    }
    return out.toString();
  }

  private static String signatureOf(List<String> types) {
    return types.stream().map(OpenApi::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A text in quotes, which mean in YAML what they mean in JSON. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder().append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (isUnprintable(c)) {
        out.append("\\u%04X".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** What YAML does not let stand in a line as it is; half a character never gets here. */
  private static boolean isUnprintable(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
  }
}
