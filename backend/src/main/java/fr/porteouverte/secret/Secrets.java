package fr.porteouverte.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Words that open something. A derived one is never stored: whoever needs it once more, such as a
 * reminder, derives it again from what it opens.
 */
@Singleton
public class Secrets {
  /** 144 bits, 24 letters. */
  private static final int BYTES = 18;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject ServerKey key;

  /**
   * @param purpose what kind of thing it opens
   * @param subject which one, and its secret's version if that may change
   */
  public String of(String purpose, String subject) {
    return of(purpose, subject, BYTES);
  }

  public String of(String purpose, String subject, int bytes) {
    return letters(Arrays.copyOf(key.mac(purpose, subject), bytes));
  }

  /** Never the same one again. */
  public static String random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return letters(random);
  }

  /**
   * In constant time.
   *
   * @param given may be null
   */
  public static boolean same(String wanted, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String letters(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
