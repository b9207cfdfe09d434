package fr.porteouverte.booking;

import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The visitor as typed. Names may be in any script; control characters and half surrogates are
 * refused.
 */
public record VisitorRequest(
    @NotBlank @Size(max = TypedText.LONGEST_NAME) String firstName,
    @NotBlank @Size(max = TypedText.LONGEST_NAME) String lastName,
    @Size(max = TypedText.LONGEST_EMAIL) @Nullable String email,
    @Size(max = 40) @Nullable String phone,
    @Pattern(regexp = "fr|en", message = "« fr » ou « en ». | \"fr\" or \"en\".")
        @Nullable String language,
    @Nullable ContactBy contactBy,
    @Size(max = TypedText.LONGEST_NAME) @Nullable String bookedBy) {}
