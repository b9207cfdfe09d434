package fr.porteouverte.problem;

import java.time.Duration;

/** The login service does not answer, so no token can be checked. Nothing was written. */
public final class LoginUnavailable extends ProblemException {
  public LoginUnavailable() {
    super(
        ProblemType.LOGIN_UNAVAILABLE,
        "La réservation en ligne reste ouverte à tous. Réessayez dans une minute.",
        "Booking online stays open to everybody. Try again in a minute.");
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(30);
  }
}
