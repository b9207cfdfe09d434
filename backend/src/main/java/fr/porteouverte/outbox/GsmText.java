package fr.porteouverte.outbox;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text as a mobile network counts it: the 7-bit alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1), 160
 * characters in one message or 153 in each of several; with any other character UTF-16, 70 or 67.
 */
public final class GsmText {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes two places. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  /** What people type and the alphabet lacks. */
  private static final Map<Integer, String> INSTEAD =
      Map.ofEntries(
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '…', "..."),
          Map.entry((int) '\u00a0', " "),
          Map.entry((int) '\u202f', " "),
          Map.entry((int) '\u2009', " "),
          Map.entry((int) '\t', " "),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ç', "c"),
          Map.entry((int) '·', "."));

  private GsmText() {}

  /** As near as the alphabet allows; what has no likeness in it stays, and costs more. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(point -> plain.append(nearest(point)));
    return plain.toString();
  }

  private static String nearest(int point) {
    String itself = Character.toString(point);
    if (fits(point)) {
      return itself;
    }
    String instead = INSTEAD.get(point);
    if (instead != null) {
      return instead;
    }
    String bare = Normalizer.normalize(itself, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return !bare.isEmpty() && bare.codePoints().allMatch(GsmText::fits) ? bare : itself;
  }

  private static boolean fits(int point) {
    return BASIC.indexOf(point) >= 0 || EXTENDED.indexOf(point) >= 0;
  }

  /** Whether one character makes the whole text cost as UTF-16. */
  public static boolean unicode(String text) {
    return !text.codePoints().allMatch(GsmText::fits);
  }

  /** Places that the text takes. */
  public static int length(String text) {
    return unicode(text)
        ? text.length()
        : text.codePoints().map(point -> EXTENDED.indexOf(point) >= 0 ? 2 : 1).sum();
  }

  /** Messages that the text costs. No character is cut in two at the seams. */
  public static int segments(String text) {
    boolean wide = unicode(text);
    if (length(text) <= (wide ? 70 : 160)) {
      return 1;
    }
    int room = wide ? 67 : 153;
    int segments = 1;
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      int size = wide ? Character.charCount(point) : EXTENDED.indexOf(point) >= 0 ? 2 : 1;
      if (used + size > room) {
        segments++;
        used = 0;
      }
      used += size;
    }
    return segments;
  }
}
