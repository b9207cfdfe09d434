package fr.porteouverte.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import fr.porteouverte.secret.Secrets;
import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs as Standard Webhooks has it, by its own library. A secret is derived and never stored, as
 * all of ours are; while it is changed there are two, and two signatures.
 */
@ApplicationScoped
class Signatures {
  private static final String PREFIX = "whsec_";
  private static final int SALT_BYTES = 18;

  @Inject ServerKey key;

  static String salt() {
    return Secrets.random(SALT_BYTES);
  }

  /** As its receiver enters it. */
  String secret(String salt) {
    return PREFIX + Base64.getEncoder().encodeToString(key.mac("webhook", salt));
  }

  /**
   * @param salts of all secrets that are good now
   * @param uid names the message, at every attempt
   */
  Map<String, String> headers(List<String> salts, String uid, Instant now, String body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put(Webhook.UNBRANDED_MSG_ID_KEY, uid);
    headers.put(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(now.getEpochSecond()));
    headers.put(
        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
        salts.stream()
            .map(salt -> sign(salt, uid, now.getEpochSecond(), body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private String sign(String salt, String uid, long second, String body) {
    try {
      return new Webhook(secret(salt)).sign(uid, second, body);
    } catch (WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
