package fr.porteouverte.queue.arrival;

import fr.porteouverte.booking.Arrivals.Referral;
import fr.porteouverte.booking.VisitorRequest;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is there: expected, by the reference; or a walk-in who gets a slot that is still free,
 * by slot, procedure and visitor.
 */
@Schema(name = "ArrivalRequest")
public record ArrivalRequest(
    @Size(max = 500)
        @Schema(
            examples = "K7QF-2MXD",
            description = "With or without dash, or the whole text of the slip's QR code")
        @Nullable String reference,
    @Size(max = Ids.LONGEST) @Schema(description = "Instead of reference; not for kiosks")
        @Nullable String slotId,
    @Size(max = Ids.LONGEST) @Schema(description = "With slotId") @Nullable String procedureId,
    @Valid @Schema(description = "With slotId") @Nullable VisitorRequest visitor,
    @Schema(description = "Earlier today; now by default; not for kiosks")
        @Nullable OffsetDateTime arrivedAt,
    @Schema(description = "Priority card, pregnancy, very old age; no reason is kept")
        @Nullable Boolean priority) {

  /** Names what is missing, and what is too much. */
  void check(boolean kiosk) {
    FieldReader fields = new FieldReader();
    if (slotId == null) {
      fields.required("reference", reference);
    } else {
      fields.required("procedureId", procedureId);
      fields.required("visitor", visitor);
      if (reference != null) {
        tooMuch(fields, "reference");
      }
    }
    if (kiosk && slotId != null) {
      tooMuch(fields, "slotId");
    }
    if (kiosk && arrivedAt != null) {
      tooMuch(fields, "arrivedAt");
    }
    fields.check();
  }

  private static void tooMuch(FieldReader fields, String name) {
    fields.wrong(name, "Ce champ est de trop ici.", "This field is too much here.");
  }

  Referral referral() {
    return new Referral(
        Objects.requireNonNull(slotId),
        Objects.requireNonNull(procedureId),
        Objects.requireNonNull(visitor));
  }

  boolean prior() {
    return Boolean.TRUE.equals(priority);
  }
}
