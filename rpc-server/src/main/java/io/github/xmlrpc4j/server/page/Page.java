package io.github.xmlrpc4j.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The page on a server's functions: documentation by itself, and with its script a form for each.
 * The script finds in the attributes of the elements all that it has to know.
 */
public final class Page {
  /** So many signatures are shown as they are; more are summed up, with all of them beneath. */
  private static final int SHOWN = 3;

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>XML-RPC at %1$s</title>
      <link rel="icon" type="image/svg+xml" href="page/icon.svg">
      <link rel="stylesheet" href="page/page.css">
      <script type="module" src="page/page.js"></script>
      </head>
      <body>
      <a class="skip" href="#functions">Skip to the functions</a>
      <header class="top">
      <h1>XML-RPC</h1>
      <p class="endpoint"><span class="verb">POST</span> <code>http://%1$s/RPC2</code></p>
      <p class="links"><a href="openapi.yaml">OpenAPI</a></p>
      </header>
      """;

  private final Html html = new Html();

  private Page() {}

  /**
   * The page.
   *
   * @param authority the host and port by which the browser knows the server
   */
  public static String of(Catalog catalog, String authority) {
    Page page = new Page();
    page.html.markup(HEAD.replace("%1$s", new Html().text(authority).toString()));
    page.writeNavigation(catalog.functions());
    page.writeFunctions(catalog);
    page.html.markup("</body>\n</html>\n");
    return page.html.toString();
  }

  private void writeNavigation(List<Catalog.Function> functions) {
    html.markup("<nav class=\"index\" aria-label=\"Functions\">\n");
    writeLinks("", functions.stream().filter(function -> !function.ofTheServer()).toList());
    writeLinks(
        "About the server", functions.stream().filter(Catalog.Function::ofTheServer).toList());
    html.markup("</nav>\n");
  }

  private void writeLinks(String heading, List<Catalog.Function> functions) {
    if (functions.isEmpty()) {
      return;
    }
    if (!heading.isEmpty()) {
      html.markup("<p class=\"heading\">").text(heading).markup("</p>\n");
    }
    html.markup("<ul>\n");
    for (Catalog.Function function : functions) {
      html.markup("<li><a href=\"#").text(id(function)).markup("\">");
      writeName(function.name());
      html.markup("</a></li>\n");
    }
    html.markup("</ul>\n");
  }

  private void writeFunctions(Catalog catalog) {
    html.markup("<main id=\"functions\" tabindex=\"-1\">\n");
    if (catalog.refusal() != null) {
      html.markup("<p class=\"refusal\">This server does not tell its functions here: ")
          .text(catalog.refusal())
          .markup("</p>\n");
    }
    catalog.functions().forEach(this::writeFunction);
    html.markup("</main>\n");
  }

  private void writeFunction(Catalog.Function function) {
    html.markup("<article class=\"function\" id=\"").text(id(function));
    html.markup("\" data-name=\"").text(function.name()).markup("\">\n<h2><a href=\"#");
    html.text(id(function)).markup("\">");
    writeName(function.name());
    html.markup("</a></h2>\n");
    writeSignatures(function);
    if (!function.help().isEmpty()) {
      html.markup("<p class=\"help\">").text(function.help()).markup("</p>\n");
    }
    html.markup("</article>\n");
  }

  private void writeSignatures(Catalog.Function function) {
    List<List<String>> signatures = function.signatures();
    if (signatures.isEmpty()) {
      html.markup("<p class=\"signature\"><code>");
      writeName(function.name());
      html.markup("(<span class=\"type\">any</span> …)</code></p>\n");
    } else if (signatures.size() <= SHOWN) {
      writeAll(function);
    } else {
      for (List<Set<String>> group : SignatureGroups.of(signatures)) {
        html.markup("<p class=\"signature\">");
        writeSignature(function.name(), group);
        html.markup("</p>\n");
      }
      html.markup("<details class=\"signatures\"><summary>All " + signatures.size());
      html.markup(" signatures</summary>\n");
      writeAll(function);
      html.markup("</details>\n");
    }
  }

  private void writeAll(Catalog.Function function) {
    html.markup("<ul class=\"signatures\">\n");
    for (List<String> signature : function.signatures()) {
      html.markup("<li class=\"signature\" data-types=\"");
      html.text(String.join(" ", signature)).markup("\">");
      writeSignature(function.name(), signature.stream().map(Set::of).toList());
      html.markup("</li>\n");
    }
    html.markup("</ul>\n");
  }

  private void writeSignature(String name, List<Set<String>> places) {
    html.markup("<code>");
    writeName(name);
    html.markup("(");
    for (int i = 1; i < places.size(); i++) {
      html.markup(i == 1 ? "" : ", ");
      writeTypes(places.get(i));
    }
    html.markup(") → ");
    writeTypes(places.get(0));
    html.markup("</code>");
  }

  private void writeTypes(Collection<String> types) {
    String separator = "";
    for (String type : types) {
      html.markup(separator).markup("<span class=\"type\">").text(type).markup("</span>");
      separator = "<span class=\"or\">|</span><wbr>";
    }
  }

  /** A name that may be broken behind its dots. */
  private void writeName(String name) {
    html.markup(new Html().text(name).toString().replace(".", ".<wbr>"));
  }

  /** A name for the fragment of an address: what is no plain character is there by its bytes. */
  private static String id(Catalog.Function function) {
    StringBuilder id = new StringBuilder("function/");
    for (byte b : function.name().getBytes(UTF_8)) {
      if (b > 0 && (Character.isLetterOrDigit(b) || "._-".indexOf(b) >= 0)) {
        id.append((char) b);
      } else {
        id.append('%').append("%02X".formatted(b));
      }
    }
    return id.toString();
  }
}
