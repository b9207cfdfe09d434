package fr.porteouverte.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.http.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A booking as another system lists it: nothing of the person. */
@Schema(name = "ListedBooking")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedBooking(
    @Schema(required = true) String reference,
    @Schema(required = true) BookingState status,
    @Schema(required = true) Instant start,
    @Schema(required = true) Instant end,
    @Schema(required = true) String siteId,
    @Schema(description = "Absent: the house's own clerks") @Nullable String partnerId,
    @Schema(required = true) String procedureId,
    @Schema(required = true) String slotId,
    @Schema(
            required = true,
            description = "Of its calendar entry (RFC 5545): raised when it moves or is cancelled")
        int sequence,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, description = "When it changed last") Instant updatedAt) {

  private static final String COLUMNS =
      "l.seq, b.reference, b.state, b.start_at, b.end_at, b.site_id, b.partner_id,"
          + " b.procedure_id, b.slot_id, b.sequence, b.created_at, l.at";

  private static final String FROM =
      " from change_latest l join booking b on b.reference = l.subject";

  static final Listings.Kind<Row, ListedBooking> KIND =
      new Listings.Kind<>("booking", COLUMNS, FROM, Row.class, Row::seq, Row::view);

  /** As the tables have it. */
  record Row(
      long seq,
      String reference,
      BookingState state,
      Instant startAt,
      Instant endAt,
      long siteId,
      @Nullable Long partnerId,
      long procedureId,
      long slotId,
      int sequence,
      Instant createdAt,
      Instant at) {

    ListedBooking view() {
      return new ListedBooking(
          reference,
          state,
          startAt,
          endAt,
          Ids.of(siteId),
          partnerId == null ? null : Ids.of(partnerId),
          Ids.of(procedureId),
          Ids.of(slotId),
          sequence,
          createdAt,
          at);
    }
  }
}
