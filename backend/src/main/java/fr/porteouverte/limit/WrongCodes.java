package fr.porteouverte.limit;

import fr.porteouverte.http.Client;
import fr.porteouverte.http.LimitSettings;
import fr.porteouverte.problem.TooManyCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Wrong short codes from one address, whatever they were to open, over all processes. What must
 * hold exactly is counted where the code is checked.
 */
@ApplicationScoped
public class WrongCodes {
  @Inject LimitSettings settings;
  @Inject Limiter limiter;
  @Inject Client caller;

  public void requireSomeLeft() {
    Standing standing = limiter.look(rule(), caller.address());
    if (!standing.granted()) {
      throw new TooManyCodes(standing.again());
    }
  }

  public void count() {
    limiter.take(rule(), caller.address());
  }

  private Rule rule() {
    return new Rule("wrong-codes", settings.wrongCodesPerHourAndAddress(), Duration.ofHours(1));
  }
}
