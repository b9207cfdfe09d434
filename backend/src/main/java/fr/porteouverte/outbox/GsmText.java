package fr.porteouverte.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Text as a mobile network counts it: the 7-bit alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1), 160
 * characters in one message or 153 in each of several; with any other character UTF-16, 70 or 67.
 */
public final class GsmText {
  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each of these takes two places. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final byte[] EXTENDED_OCTETS = {
    0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };

  /** Its place in the alphabet is held by a blank, which has its own further on. */
  private static final int ESCAPE = 0x1b;

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

  /** Messages that the text costs. */
  public static int segments(String text) {
    return pieces(text).size();
  }

  /** The messages in which the text goes. No character is cut in two at the seams. */
  public static List<String> pieces(String text) {
    boolean wide = unicode(text);
    if (length(text) <= (wide ? 70 : 160)) {
      return List.of(text);
    }
    int room = wide ? 67 : 153;
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      int size = wide ? Character.charCount(point) : EXTENDED.indexOf(point) >= 0 ? 2 : 1;
      if (used + size > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      piece.appendCodePoint(point);
      used += size;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /**
   * As a network carries it: an octet for each place, or UTF-16.
   *
   * @param wide whether the whole text, of which this may be a piece, is {@link #unicode}
   */
  public static byte[] octets(String piece, boolean wide) {
    if (wide) {
      return piece.getBytes(StandardCharsets.UTF_16BE);
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    piece
        .codePoints()
        .forEach(
            point -> {
              int extended = EXTENDED.indexOf(point);
              if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENDED_OCTETS[extended]);
              } else {
                octets.write(point == ' ' ? ' ' : BASIC.indexOf(point));
              }
            });
    return octets.toByteArray();
  }
}
