package fr.porteouverte.opendata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app's index with what a page is about written into it. The app comes up as ever: the text
 * stands where only those see it who run no script.
 */
final class PageDocument {
  private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
  private static final Pattern DESCRIPTION =
      Pattern.compile("<meta name=\"description\"[^>]*>\\s*");
  private static final Pattern TEXT = Pattern.compile("<noscript>");

  private final String index;

  /**
   * @throws IllegalStateException when the index has no place for a title or a text
   */
  PageDocument(String index) {
    if (!TITLE.matcher(index).find() || !TEXT.matcher(index).find()) {
      throw new IllegalStateException("the app's index has no <title> or no <noscript>");
    }
    this.index = DESCRIPTION.matcher(index).replaceAll("");
  }

  /**
   * @param address of the page, whole
   */
  String of(PageTold page, String address) {
    String head =
        "<title>"
            + Markup.escaped(page.title())
            + "</title>"
            + meta("name", "description", page.description())
            + "<link rel=\"canonical\" href=\""
            + Markup.escaped(address)
            + "\">"
            + meta("property", "og:type", "website")
            + meta("property", "og:site_name", "Porte ouverte")
            + meta("property", "og:locale", "fr_FR")
            + meta("property", "og:title", page.title())
            + meta("property", "og:description", page.description())
            + meta("property", "og:url", address)
            + facts(page);
    String told = TITLE.matcher(index).replaceFirst(Matcher.quoteReplacement(head));
    return TEXT.matcher(told).replaceFirst(Matcher.quoteReplacement("<noscript>" + page.text()));
  }

  private static String meta(String kind, String name, String content) {
    return "<meta " + kind + "=\"" + name + "\" content=\"" + Markup.escaped(content) + "\">";
  }

  private static String facts(PageTold page) {
    return page.facts().isEmpty()
        ? ""
        : "<script type=\"application/ld+json\">" + Markup.data(page.facts()) + "</script>";
  }
}
