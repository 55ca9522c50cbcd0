package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The codings that a peer reads, with weights (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  private AcceptEncoding() {}

  /**
   * The coding that a peer likes best; of several that it likes as much, the one that most peers
   * read.
   *
   * @param accepted what the Accept-Encoding header lists
   */
  static ContentCoding preferred(List<String> accepted) {
    Map<String, Double> weights = new HashMap<>();
    for (String element : accepted) {
      String[] parts = element.toLowerCase(Locale.ROOT).split(";", 2);
      weights.put(parts[0].equals("x-gzip") ? "gzip" : parts[0], weight(parts));
    }
    ContentCoding best = ContentCoding.IDENTITY;
    double bestWeight = weights.getOrDefault(best.token(), 0.0);
    double others = weights.getOrDefault("*", 0.0);
    for (ContentCoding coding : List.of(ContentCoding.DEFLATE, ContentCoding.GZIP)) {
      double weight = weights.getOrDefault(coding.token(), others);
      if (weight > 0 && weight >= bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(String[] parts) {
    if (parts.length == 1) {
      return 1;
    }
    try {
      return Double.parseDouble(parts[1].substring(parts[1].indexOf('=') + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
