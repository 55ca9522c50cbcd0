package io.github.xmlrpc4j.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What axe finds that shuts people out. */
final class Axe {
  private static final String RUN =
      """
      async () => (await axe.run()).violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`))
      """;

  private Axe() {}

  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) throws IOException {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(script.readAllBytes(), UTF_8));
    }
    return (List<String>) page.evaluate(RUN);
  }
}
