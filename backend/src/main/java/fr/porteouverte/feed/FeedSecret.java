package fr.porteouverte.feed;

import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret part of a feed's address: 192 bits derived from its id under the server's key, so that
 * the repetition of a request can be answered alike. Looked up by its digest.
 */
@ApplicationScoped
class FeedSecret {
  private static final int BYTES = 24;

  @Inject ServerKey key;

  String of(long feedId) {
    byte[] mac = key.mac("calendar-feed", Long.toString(feedId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, BYTES));
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
