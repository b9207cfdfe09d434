package fr.porteouverte.problem;

import java.util.List;

/** One or several fields are wrong; all of them are named at once. */
public final class InvalidRequest extends ProblemException {
  private final transient List<FieldError> errors;

  public InvalidRequest(List<FieldError> errors) {
    super(
        ProblemType.INVALID_REQUEST,
        "Vérifiez : " + fields(errors) + ".",
        "Please check: " + fields(errors) + ".");
    this.errors = List.copyOf(errors);
  }

  public static InvalidRequest of(String field, String fr, String en) {
    return new InvalidRequest(List.of(FieldError.of(field, fr, en)));
  }

  private static String fields(List<FieldError> errors) {
    return String.join(", ", errors.stream().map(FieldError::field).distinct().toList());
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}
