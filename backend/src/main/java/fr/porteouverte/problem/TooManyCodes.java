package fr.porteouverte.problem;

import java.time.Duration;

/** Somebody, or somebody else before them, typed too many wrong codes. */
public class TooManyCodes extends ProblemException {
  private final transient Duration wait;

  public TooManyCodes(Duration wait) {
    super(
        ProblemType.TOO_MANY_CODES,
        "Appelez la maison : son numéro est imprimé sur votre papier. Elle peut tout faire pour vous.",
        "Call the house: its number is printed on your paper. It can do everything for you.");
    this.wait = wait;
  }

  @Override
  public Duration retryAfter() {
    return wait.plusMillis(999);
  }
}
