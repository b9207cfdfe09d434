package fr.porteouverte.booking.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.problem.ProofChallenge;
import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;

/**
 * Challenges by ALTCHA’s protocol: a number to find by trying. They are signed, not kept; each says
 * until when it may be answered, and a hash of what it is for.
 */
@ApplicationScoped
class Challenges {
  private static final String SUBJECT = "for";
  private static final String EXPIRES = "expires";
  private static final int LONGEST = 2_000;
  @Inject ServerKey key;
  @Inject ObjectMapper json;

  /**
   * A challenge that was solved.
   *
   * @param signature names it
   */
  record Solved(String signature, Instant expires) {}

  /**
   * @param subject what it is for: no other thing is had for it
   */
  ProofChallenge about(String subject, int work, Duration validFor, Instant now) {
    try {
      Altcha.Challenge made =
          Altcha.createChallenge(
              new Altcha.ChallengeOptions()
                  .setAlgorithm(Altcha.Algorithm.SHA256)
                  .setHmacKey(secret())
                  .setSecureRandomNumber(true)
                  .setMaxNumber((long) work)
                  .setExpires(now.plus(validFor).getEpochSecond())
                  .addParam(SUBJECT, hash(subject)));
      return new ProofChallenge(
          made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param payload as the widget gives it; null: none
   * @return empty: not ours, not solved, expired, or for something else
   */
  Optional<Solved> solved(@Nullable String payload, String subject, Instant now) {
    if (payload == null || payload.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode said = json.readTree(Base64.getDecoder().decode(payload));
      // Its own look at the time is at the machine's clock, not at ours.
      if (!Altcha.verifySolution(payload, secret(), false)) {
        return Optional.empty();
      }
      Map<String, String> says = Altcha.extractParams(said.path("salt").asText());
      Instant expires = Instant.ofEpochSecond(Long.parseLong(says.get(EXPIRES)));
      boolean right =
          expires.isAfter(now)
              && MessageDigest.isEqual(bytes(hash(subject)), bytes(says.getOrDefault(SUBJECT, "")));
      return right
          ? Optional.of(new Solved(said.path("signature").asText(), expires))
          : Optional.empty();
    } catch (Exception unreadable) { // the library throws whatever its parts throw
      return Optional.empty();
    }
  }

  private String secret() {
    return hex(key.mac("proof", "signature"));
  }

  private String hash(String subject) {
    return hex(key.mac("proof-subject", subject)).substring(0, 32);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
