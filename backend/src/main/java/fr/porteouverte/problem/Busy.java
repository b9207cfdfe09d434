package fr.porteouverte.problem;

import java.time.Duration;

/** The locks were not had in time, several times over. Nothing was written. */
public final class Busy extends ProblemException {
  public Busy() {
    super(
        ProblemType.BUSY,
        "Rien n’a été enregistré. Réessayez dans quelques secondes.",
        "Nothing was saved. Try again in a few seconds.");
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(2);
  }
}
