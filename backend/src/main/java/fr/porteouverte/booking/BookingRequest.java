package fr.porteouverte.booking;

import fr.porteouverte.http.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking to make, from a hold or directly. */
record BookingRequest(
    @NotBlank @Size(max = Ids.LONGEST) String slotId,
    @NotBlank @Size(max = Ids.LONGEST) String procedureId,
    @Nullable UUID holdId,
    @NotNull @Valid VisitorRequest visitor,
    @Schema(
            description =
                "Where the person is, said by staff of the house for its figures; at the counter when"
                    + " absent. Nobody else says it")
        @Nullable Caller from) {

  /** Where somebody is for whom the house books. */
  @Schema(name = "BookedFrom")
  public enum Caller {
    counter,
    telephone
  }

  /** Booked by who is asked nothing. */
  static BookingRequest of(String slotId, String procedureId, VisitorRequest visitor) {
    return new BookingRequest(slotId, procedureId, null, visitor, null);
  }
}
