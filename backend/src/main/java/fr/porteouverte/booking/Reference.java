package fr.porteouverte.booking;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Eight characters that can be said on the phone: no 0/O, 1/I/L, 5/S, 8/B, U/V. 24^8 are 110
 * thousand million references. It names a booking and opens nothing.
 */
public final class Reference {
  private static final char[] ALPHABET = "234679ACDEFGHJKMNPQRTWXY".toCharArray();
  private static final int LENGTH = 8;
  private static final RandomGenerator RANDOM = new SecureRandom();

  private Reference() {}

  static String random() {
    StringBuilder reference = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      reference.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
    }
    return reference.toString();
  }

  /** {@code ABCD-EFGH}: the one way in which people read it, in the app too. */
  public static String spelled(String reference) {
    return reference.length() == LENGTH
        ? reference.substring(0, LENGTH / 2) + "-" + reference.substring(LENGTH / 2)
        : reference;
  }

  /**
   * As people write it: {@code abcd-efgh}, {@code ABCD EFGH}, {@code A.B.C.D. E F G H}, full-width
   * or with whatever dash a program made of it.
   */
  public static String normalise(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toUpperCase(Locale.ROOT);
  }
}
