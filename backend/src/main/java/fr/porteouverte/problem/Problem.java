package fr.porteouverte.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refusal as it travels: RFC 9457, in the language of {@code Accept-Language} (French first). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
    @Schema(
            required = true,
            examples = "/problems/slot-taken",
            description = "Stable; decide by it")
        String type,
    @Schema(required = true) String title,
    @Schema(required = true) int status,
    @Nullable String detail,
    @Schema(description = "Path of the request, without its query") String instance,
    @Schema(description = "Every wrong field") @Nullable List<Wrong> errors,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description = "Bookable slots, nearest first (see Slot)")
        @Nullable List<?> alternatives,
    @Schema(description = "Of action-not-allowed: what may be done with it now")
        @Nullable List<String> allowed,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description = "Of decisions-missing: bookings to decide about (see Touched)")
        @Nullable List<?> touched,
    @Schema(
            implementation = String.class,
            format = "date-time",
            description = "Of not-open and by-appointment: from when on it is possible, if known")
        @Nullable OffsetDateTime opensAt,
    @Schema(
            description =
                "Of proof-needed: solve it and send the same again with the header Proof: base64 of"
                    + " the JSON {algorithm, challenge, number, salt, signature}. It serves once,"
                    + " for this request from this address")
        @Nullable ProofChallenge proof,
    @Nullable String requestId) {

  /** One wrong field, and what is wrong with it. */
  @Schema(name = "ProblemField")
  public record Wrong(
      @Schema(required = true, examples = "visitor.email") String field,
      @Schema(required = true) String message) {}

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(
      ProblemException refusal, Locale language, String instance, @Nullable String requestId) {
    List<Wrong> errors =
        refusal.errors().stream()
            .map(error -> new Wrong(error.field(), error.message().in(language)))
            .toList();
    return new Problem(
        "/problems/" + refusal.type().code(),
        refusal.type().title().in(language),
        refusal.type().status(),
        refusal.detail() == null ? null : refusal.detail().in(language),
        instance,
        errors.isEmpty() ? null : errors,
        refusal.alternatives(),
        refusal.allowed(),
        refusal.touched(),
        refusal.opensAt(),
        refusal.proof(),
        requestId);
  }
}
