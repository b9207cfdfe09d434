package fr.porteouverte.permanence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.site.OpeningMode;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A permanence as its managers see it. Times are the house's. */
@Schema(name = "Permanence")
public record PermanenceView(
    @Schema(required = true) String id,
    @Schema(required = true) String siteId,
    @Schema(required = true) Host host,
    @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
    @Schema(required = true) List<ProcedureRef> procedures,
    @Schema(required = true, examples = "FREQ=MONTHLY;BYDAY=2TU") String rrule,
    @Schema(required = true, format = "date") String firstDate,
    @Schema(format = "date") @Nullable String untilDate,
    @Schema(required = true, examples = "09:00") String from,
    @Schema(required = true, examples = "12:00") String to,
    @Schema(required = true) boolean openOnHolidays,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true) int slotMinutes,
    @Schema(required = true) int capacity,
    @Schema(required = true) long noticeMinutes,
    @Schema(required = true) int horizonDays,
    @Schema(required = true) long changeDeadlineMinutes,
    @Schema(required = true) List<PermanenceForm.ExceptionForm> exceptions,
    @Schema(description = "What people call it; absent: the partner's name")
        @Nullable String titleFr,
    @Nullable String titleEn,
    @Schema(description = "The place in the house") @Nullable String room,
    @Schema(required = true) int confirmHours,
    @Schema(required = true, description = "Places of each slot that only staff may book")
        int keptPhone,
    @Schema(required = true, description = "Places of each slot that nobody may book")
        int keptWalkIn,
    @Schema(description = "How many who walk in get a number on one day; absent: all")
        @Nullable Integer numbersPerDay,
    @Schema(description = "The event of which it is a workshop") @Nullable String eventId,
    @Schema(description = "The series of which it is the later part") @Nullable String followsId,
    @JsonIgnore int version)
    implements Versioned, Made {
  @Override
  public String location() {
    return id;
  }

  public static PermanenceView of(Permanence permanence) {
    return new PermanenceView(
        Ids.of(permanence.id()),
        Ids.of(permanence.site().id()),
        permanence.host(),
        PartnerRef.ofHost(permanence.partner()),
        permanence.procedures().stream()
            .sorted(Comparator.comparing(Procedure::id))
            .map(ProcedureRef::of)
            .toList(),
        permanence.rrule(),
        permanence.firstDate().toString(),
        permanence.untilDate() == null ? null : permanence.untilDate().toString(),
        permanence.from().toString(),
        permanence.to().toString(),
        permanence.openOnHolidays(),
        permanence.mode(),
        permanence.slotMinutes(),
        permanence.capacity(),
        permanence.notice().toMinutes(),
        permanence.horizonDays(),
        permanence.changeDeadline().toMinutes(),
        permanence.exceptions().stream()
            .sorted(
                Comparator.comparing(CalendarException::date)
                    .thenComparing(CalendarException::kind))
            .map(PermanenceForm.ExceptionForm::of)
            .toList(),
        permanence.title() == null ? null : permanence.title().fr(),
        permanence.title() == null ? null : permanence.title().en(),
        permanence.room(),
        permanence.confirmHours(),
        permanence.keptPhone(),
        permanence.keptWalkIn(),
        permanence.numbersPerDay(),
        permanence.eventId() == null ? null : Ids.of(permanence.eventId()),
        permanence.followsId() == null ? null : Ids.of(permanence.followsId()),
        permanence.version());
  }
}
