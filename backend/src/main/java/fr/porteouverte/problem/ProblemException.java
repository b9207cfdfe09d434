package fr.porteouverte.problem;

import fr.porteouverte.text.Text;
import java.time.Duration;
import java.util.List;

/**
 * A refusal with a name. The rooms extend it; {@link ProblemMapper} alone turns it into HTTP. It
 * carries no stack trace: a refusal is an answer, not a fault.
 */
public class ProblemException extends RuntimeException {
  private final ProblemType type;
  private final transient Text detail;

  public ProblemException(ProblemType type, Text detail) {
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

  public Text detail() {
    return detail;
  }

  /** Every wrong field; empty when the refusal is about the whole. */
  public List<FieldError> errors() {
    return List.of();
  }

  /** What could be taken instead (bookable slots, nearest first); null when it makes no sense. */
  public List<?> alternatives() {
    return null;
  }

  /** What may be done now instead of what was refused; null when it makes no sense. */
  public List<String> allowed() {
    return null;
  }

  /** Bookings that need a decision first; null when none does. */
  public List<?> touched() {
    return null;
  }

  /** How long to wait before trying again; null when trying again does not help. */
  public Duration retryAfter() {
    return null;
  }
}
