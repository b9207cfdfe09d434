package fr.porteouverte.booking.proof;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.problem.ProofChallenge;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Somebody unknown would take more than anybody may: a computation first, or a call. */
final class ProofNeeded extends ProblemException {
  private final transient ProofChallenge challenge;

  ProofNeeded(ProofChallenge challenge, Site site) {
    super(ProblemType.PROOF_NEEDED, words(site.phone()));
    this.challenge = challenge;
  }

  private static Text words(@Nullable String phone) {
    return new Text(
        "Beaucoup de rendez-vous sont demandés en ce moment. Votre appareil doit d’abord faire un"
            + " petit calcul ; vous pouvez aussi appeler la maison"
            + (phone == null ? "." : " : " + phone + "."),
        "Many appointments are asked for at the moment. Your device has to do a small computation"
            + " first; you can also call the house"
            + (phone == null ? "." : ": " + phone + "."));
  }

  @Override
  public ProofChallenge proof() {
    return challenge;
  }

  /** By itself it goes when what was taken is old enough; nobody has to wait for that. */
  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(1);
  }
}
