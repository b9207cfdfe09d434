package fr.porteouverte.problem;

import fr.porteouverte.text.Text;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Map;

/** Says in plain French and English what a constraint wants. */
public final class ConstraintTexts {
  private ConstraintTexts() {}

  public static Text of(ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    Map<String, Object> wants = violation.getConstraintDescriptor().getAttributes();
    if (constraint instanceof NotNull
        || constraint instanceof NotBlank
        || constraint instanceof NotEmpty) {
      return new Text("Cette information est nécessaire.", "This information is needed.");
    }
    if (constraint instanceof Email) {
      return new Text(
          "Cette adresse n’a pas la forme nom@exemple.fr.",
          "This address is not of the form name@example.org.");
    }
    if (constraint instanceof Size size) {
      int max = size.max();
      int min = size.min();
      return max == Integer.MAX_VALUE
          ? new Text("Au moins " + min + ".", "At least " + min + ".")
          : min == 0
              ? new Text(max + " caractères au plus.", "At most " + max + " characters.")
              : new Text("De " + min + " à " + max + ".", "Between " + min + " and " + max + ".");
    }
    if (constraint instanceof Min || constraint instanceof DecimalMin) {
      return new Text(
          "Au moins " + wants.get("value") + ".", "At least " + wants.get("value") + ".");
    }
    if (constraint instanceof Max || constraint instanceof DecimalMax) {
      return new Text("Au plus " + wants.get("value") + ".", "At most " + wants.get("value") + ".");
    }
    return split(violation.getMessage());
  }

  /** Our own constraints carry both languages: {@code "fr | en"}. */
  private static Text split(String message) {
    int bar = message.indexOf(" | ");
    return bar < 0
        ? new Text("Cette valeur n’a pas la forme attendue.", "This value has the wrong form.")
        : new Text(message.substring(0, bar), message.substring(bar + 3));
  }
}
