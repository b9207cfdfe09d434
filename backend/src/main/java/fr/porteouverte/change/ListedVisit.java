package fr.porteouverte.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Ids;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a visit, as another system lists it: nothing of the person. */
@Schema(name = "ListedVisit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedVisit(
    @Schema(required = true, description = "The same through all corrections") String id,
    @Schema(required = true) int version,
    @Schema(required = true, description = "It was noted by mistake, and counts nowhere")
        boolean takenBack,
    @Schema(required = true) String siteId,
    @Schema(description = "Whose matter it was; absent: nobody said") @Nullable String partnerId,
    @Schema(description = "The main one that it was about") @Nullable String procedureId,
    @Schema(description = "The appointment; absent: there was none") @Nullable String booking,
    @Schema(required = true, description = "Local to the house") LocalDate date,
    @Schema(required = true, description = "As in `Attendance`: attended, absent, …")
        String outcome,
    @Schema(description = "As in `Attendance`; absent: nobody said") @Nullable String result,
    @Schema(required = true) boolean papersMissing,
    @Schema(required = true, description = "As in `Attendance`") String channel,
    @Schema(required = true, description = "When it was noted, corrected or taken back last")
        Instant updatedAt) {

  private static final String COLUMNS =
      "l.seq, l.subject, b.version, case when b.undone_at is null then false else true end as"
          + " taken_back, b.site_id, b.partner_id, (select p.procedure_id from"
          + " attendance_procedure p where p.attendance_id = b.id and p.position = 0) as"
          + " procedure_id, (select k.reference from booking k where k.id = b.booking_id) as"
          + " reference, b.local_date, b.outcome, b.result, b.papers_missing, b.channel, l.at";

  /**
   * Its last version, taken back or not; the first one has the name. The name is made a number, not
   * the id a text: so the primary key finds it.
   */
  static final String FROM =
      " from change_latest l join attendance f on f.id = case when l.kind = 'visit' then"
          + " cast(l.subject as bigint) end join attendance b on (b.booking_id = f.booking_id or b.ticket_id = f.ticket_id or"
          + " b.counted = f.counted) and b.version = (select max(m.version) from attendance m where"
          + " m.booking_id = f.booking_id or m.ticket_id = f.ticket_id or m.counted = f.counted)";

  static final Listings.Kind<Row, ListedVisit> KIND =
      new Listings.Kind<>("visit", COLUMNS, FROM, Row.class, Row::seq, Row::view);

  /** As the tables have it. */
  record Row(
      long seq,
      String subject,
      int version,
      boolean takenBack,
      long siteId,
      @Nullable Long partnerId,
      @Nullable Long procedureId,
      @Nullable String reference,
      LocalDate localDate,
      String outcome,
      @Nullable String result,
      boolean papersMissing,
      String channel,
      Instant at) {

    ListedVisit view() {
      return new ListedVisit(
          subject,
          version,
          takenBack,
          Ids.of(siteId),
          partnerId == null ? null : Ids.of(partnerId),
          procedureId == null ? null : Ids.of(procedureId),
          reference,
          localDate,
          outcome,
          result,
          papersMissing,
          channel,
          at);
    }
  }
}
