package fr.porteouverte.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Ids;
import fr.porteouverte.session.CancellationCause;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change, with nothing of a person: ids, versions and times. */
@Schema(name = "Change")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
    @Schema(
            required = true,
            description =
                "Its place in the order of all changes; give the last one back as `after`")
        String id,
    @Schema(required = true, implementation = ChangeType.class) ChangeType type,
    @Schema(required = true) Instant at,
    @Schema(required = true, description = "The house") String siteId,
    @Schema(description = "Absent: the house's own clerks, or nobody's") @Nullable String partnerId,
    @Schema(
            required = true,
            description =
                "A booking's reference, or the id of a session, a permanence, a ticket; for"
                    + " `site.closuresChanged` the id of the house")
        String subject,
    @Schema(
            description =
                "Of a booking: of its calendar entry (SEQUENCE of RFC 5545), raised when it moves or is cancelled. By `id` changes have an order")
        @Nullable Integer version,
    @Schema(description = "Of a booking or a session: when it begins now") @Nullable Instant start,
    @Schema(description = "Of a booking that moved: when it was") @Nullable Instant previousStart,
    @Schema(
            description =
                "Of a booking, by whom: visitor, staff, house (it closes, or a session falls),"
                    + " partner (it cancelled the session), api, kiosk, system. Of a session that"
                    + " was cancelled: house or partner")
        @Nullable String by,
    @Schema(
            description =
                "Of what the house or its partner took away, why; absent: the visitor, or staff for"
                    + " them, cancelled one booking, or nobody said why")
        @Nullable CancellationCause cause,
    @Schema(description = "Of a ticket: the number that was called") @Nullable String number) {

  /** As the table has it. */
  record Row(
      long seq,
      String type,
      Instant at,
      long siteId,
      @Nullable Long partnerId,
      String subject,
      @Nullable Integer version,
      @Nullable Instant startAt,
      @Nullable Instant previousStartAt,
      @Nullable String doneBy,
      @Nullable CancellationCause cause,
      @Nullable String number) {}

  static ChangeView of(Row row) {
    return new ChangeView(
        Ids.of(row.seq()),
        ChangeType.of(row.type()).orElseThrow(),
        row.at(),
        Ids.of(row.siteId()),
        row.partnerId() == null ? null : Ids.of(row.partnerId()),
        row.subject(),
        row.version(),
        row.startAt(),
        row.previousStartAt(),
        row.doneBy(),
        row.cause(),
        row.number());
  }
}
