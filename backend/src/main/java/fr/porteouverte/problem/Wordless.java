package fr.porteouverte.problem;

/**
 * A failure as logs may have it: where it happened and of which class, without its words, which may
 * quote personal data or a secret.
 */
public final class Wordless extends Exception {
  private static final int DEEPEST = 10;

  private Wordless(Throwable failure, int depth) {
    super(
        failure.getClass().getName(),
        failure.getCause() == null || depth == DEEPEST
            ? null
            : new Wordless(failure.getCause(), depth + 1));
    setStackTrace(failure.getStackTrace());
  }

  public static Wordless of(Throwable failure) {
    return new Wordless(failure, 1);
  }

  /** As if the failure had been thrown without a word. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
