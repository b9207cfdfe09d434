package fr.porteouverte.booking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The visitor as typed. Names may be in any script; control characters and half surrogates are
 * refused.
 */
public record VisitorRequest(
    @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = ODD) String firstName,
    @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = ODD) String lastName,
    @Size(max = 254) String email,
    @Size(max = 40) String phone,
    @Pattern(regexp = "fr|en", message = "« fr » ou « en ». | \"fr\" or \"en\".") String language,
    ContactBy contactBy,
    @Size(max = 100) @Pattern(regexp = PRINTABLE, message = ODD) String bookedBy) {

  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";
  static final String ODD =
      "Des caractères ne sont pas lisibles. | Some characters are not readable.";
}
