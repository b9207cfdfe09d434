package fr.porteouverte.outbox;

/** Text for a header: a line end in it would begin another header (RFC 5322, 2.2). */
final class OneLine {
  private OneLine() {}

  static String of(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
