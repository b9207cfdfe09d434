package fr.porteouverte.secret;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HMAC-SHA-256 (RFC 2104) under the server's key. Whoever changes the key revokes every private
 * link.
 */
@Singleton
public class ServerKey {
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  /**
   * @param key at least 32 characters, the same for every process on one database
   */
  ServerKey(@ConfigProperty(name = "porte-ouverte.secret.key") String key) {
    if (key.length() < 32) {
      throw new IllegalStateException(
          "porte-ouverte.secret.key (PORTE_OUVERTE_SECRET_KEY) needs 32 characters or more");
    }
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * @return 32 bytes
   */
  public byte[] mac(String purpose, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((purpose + '\n').getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public byte[] mac(String purpose, String message) {
    return mac(purpose, message.getBytes(StandardCharsets.UTF_8));
  }
}
