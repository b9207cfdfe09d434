package fr.porteouverte.opendata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * Words that people entered, as HTML and as data within HTML: nothing of them is ever read as a
 * tag.
 */
final class Markup {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringBuilder html = new StringBuilder();

  static String escaped(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    words.codePoints().forEach(one -> append(escaped, one));
    return escaped.toString();
  }

  private static void append(StringBuilder to, int one) {
    switch (one) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      case '\'' -> to.append("&#39;");
      default -> to.appendCodePoint(one);
    }
  }

  /** JSON that may stand in a script: no character of it ends one. */
  static String data(Map<String, Object> facts) {
    try {
      return JSON.writeValueAsString(facts)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Markup heading(int level, String words) {
    html.append("<h").append(level).append('>').append(escaped(words));
    html.append("</h").append(level).append('>');
    return this;
  }

  Markup line(String words) {
    html.append("<p>").append(escaped(words)).append("</p>");
    return this;
  }

  Markup link(String address, String words) {
    html.append("<p>").append(anchor(address, words)).append("</p>");
    return this;
  }

  /** Each an address and words. */
  Markup links(Map<String, String> links) {
    html.append("<ul>");
    links.forEach(
        (address, words) -> html.append("<li>").append(anchor(address, words)).append("</li>"));
    html.append("</ul>");
    return this;
  }

  Markup list(Iterable<String> lines) {
    html.append("<ul>");
    lines.forEach(line -> html.append("<li>").append(escaped(line)).append("</li>"));
    html.append("</ul>");
    return this;
  }

  private static String anchor(String address, String words) {
    return "<a href=\"" + escaped(address) + "\">" + escaped(words) + "</a>";
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
