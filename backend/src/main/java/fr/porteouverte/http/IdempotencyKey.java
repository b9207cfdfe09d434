package fr.porteouverte.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The header that makes a request safe to repeat: 1 to 255 printable ASCII characters, best a
 * random UUID (draft-ietf-httpapi-idempotency-key-header).
 */
@Pattern(
    regexp = "[\\x21-\\x7e]{1,255}",
    message =
        "De 1 à 255 caractères ASCII, sans espace. | 1 to 255 ASCII characters without blanks.")
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotencyKey {
  String HEADER = "Idempotency-Key";

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
