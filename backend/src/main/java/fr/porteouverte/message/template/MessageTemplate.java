package fr.porteouverte.message.template;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.text.SeveralLines;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a house itself says in a message. When, where, papers and link are added to every mail; an
 * SMS says only what stands here. Placeholders: {@link Placeholder}.
 */
@Schema(name = "MessageTemplate")
public record MessageTemplate(
    @Schema(required = true, maxLength = 150) @SeveralLines String subject,
    @Schema(
            required = true,
            maxLength = 2000,
            description = "Plain text; an empty line ends a paragraph")
        @SeveralLines
        String opening,
    @Schema(required = true, maxLength = 2000, description = "May be empty") @SeveralLines
        String closing,
    @Schema(required = true, maxLength = 500, description = "Must contain {link}") @SeveralLines
        String sms) {

  private static final int SUBJECT = 150;
  private static final int TEXT = 2000;
  private static final int SMS = 500;

  /** Everything that is wrong, by field. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    check("subject", subject, SUBJECT, true, errors);
    check("opening", opening, TEXT, true, errors);
    check("closing", closing, TEXT, false, errors);
    check("sms", sms, SMS, true, errors);
    if (subject != null && subject.contains(Placeholder.link.code())) {
      errors.add(
          FieldError.of(
              "subject",
              "Le lien privé ne peut pas être dans l’objet.",
              "The private link cannot be in the subject."));
    }
    if (subject != null && subject.matches("(?s).*\\p{Cc}.*")) {
      errors.add(
          FieldError.of("subject", "L’objet tient sur une ligne.", "The subject is one line."));
    }
    if (sms != null && !sms.isBlank() && !sms.contains(Placeholder.link.code())) {
      errors.add(
          FieldError.of(
              "sms",
              "Le SMS doit contenir {link} : c’est lui qui ouvre le rendez-vous.",
              "The text message must contain {link}: it opens the booking."));
    }
    return errors;
  }

  private static void check(
      String field, String text, int most, boolean needed, List<FieldError> errors) {
    if (text == null || (needed && text.isBlank())) {
      errors.add(
          FieldError.of(field, "Cette information est nécessaire.", "This information is needed."));
      return;
    }
    if (text.length() > most) {
      errors.add(
          FieldError.of(
              field,
              "Pas plus de " + most + " caractères.",
              "Not more than " + most + " characters."));
    }
    for (String unknown : Placeholder.unknownIn(text)) {
      errors.add(
          FieldError.of(
              field,
              "« {" + unknown + "} » n’existe pas. Choisissez parmi : " + Placeholder.all() + ".",
              "\"{" + unknown + "}\" does not exist. Choose from: " + Placeholder.all() + "."));
    }
  }
}
