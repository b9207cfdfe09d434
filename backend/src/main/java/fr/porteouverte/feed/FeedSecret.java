package fr.porteouverte.feed;

import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The secret part of a feed's address: derived from its id, so that the repetition of a request can
 * be answered alike. Looked up by its digest.
 */
@ApplicationScoped
class FeedSecret {
  private static final int BYTES = 24;

  @Inject Secrets secrets;

  String of(long feedId) {
    return secrets.of("calendar-feed", Long.toString(feedId), BYTES);
  }

  static String digest(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
