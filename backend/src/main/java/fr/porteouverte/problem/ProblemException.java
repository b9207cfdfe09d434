package fr.porteouverte.problem;

import fr.porteouverte.text.Text;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal with a name. The rooms extend it; {@link ProblemMapper} alone turns it into HTTP. It
 * carries no stack trace: a refusal is an answer, not a fault.
 */
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient @Nullable Text detail;

  public ProblemException(ProblemType type, @Nullable Text detail) {
    super(
        type.code() + ": " + (detail == null ? type.title().en() : detail.en()),
        null,
        false,
        false);
    this.type = type;
    this.detail = detail;
  }

  public ProblemException(ProblemType type, String fr, String en) {
    this(type, new Text(fr, en));
  }

  public ProblemType type() {
    return type;
  }

  public @Nullable Text detail() {
    return detail;
  }

  /** Every wrong field; empty when the refusal is about the whole. */
  public List<FieldError> errors() {
    return List.of();
  }

  /** What could be taken instead (bookable slots, nearest first); null when it makes no sense. */
  public @Nullable List<?> alternatives() {
    return null;
  }

  /** What may be done now instead of what was refused; null when it makes no sense. */
  public @Nullable List<String> allowed() {
    return null;
  }

  /** Bookings that need a decision first; null when none does. */
  public @Nullable List<?> touched() {
    return null;
  }

  /** When it would be possible by itself; null when nobody knows, or never. */
  public @Nullable OffsetDateTime opensAt() {
    return null;
  }

  /** What must be computed first; null when that does not help. */
  public @Nullable ProofChallenge proof() {
    return null;
  }

  /** How long to wait before trying again; null when trying again does not help. */
  public @Nullable Duration retryAfter() {
    return null;
  }
}
