package fr.porteouverte.support;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;

/** Solves a challenge as a browser does, by trying. */
public final class Solved {
  private Solved() {}

  /** For the header {@code Proof}. */
  public static String of(Response refused) {
    String salt = refused.path("proof.salt");
    String challenge = refused.path("proof.challenge");
    int most = refused.path("proof.maxnumber");
    try {
      long number = Altcha.solveChallenge(challenge, salt, Altcha.Algorithm.SHA256, most, 0).number;
      return payload(refused, challenge, number, refused.path("proof.signature"));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A challenge of one's own, signed with another key. */
  public static String forged(Response refused) {
    try {
      String challenge = Altcha.hashHex(Altcha.Algorithm.SHA256, refused.path("proof.salt") + "1");
      return payload(
          refused,
          challenge,
          1,
          Altcha.hmacHex(Altcha.Algorithm.SHA256, challenge.getBytes(StandardCharsets.UTF_8), "k"));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String payload(Response of, String challenge, long number, String signature) {
    String json =
        """
        {"algorithm":"SHA-256","challenge":"%s","number":%d,"salt":"%s","signature":"%s"}\
        """
            .formatted(challenge, number, of.path("proof.salt"), signature);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
