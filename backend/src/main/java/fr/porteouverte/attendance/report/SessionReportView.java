package fr.porteouverte.attendance.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.attendance.Outcome;
import fr.porteouverte.attendance.Result;
import fr.porteouverte.partner.PartnerRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a house's sessions, and of the visits to them. It names nobody. */
@Schema(name = "SessionReport")
public record SessionReportView(
    @Schema(required = true) LocalDate from,
    @Schema(required = true, description = "The day after the last one") LocalDate to,
    @Schema(required = true) Counts sessions,
    @Schema(required = true) Visits visits,
    @Schema(required = true, description = "By name; the house's own clerks first")
        List<OfPartner> partners) {

  /** The same of one partner. */
  @Schema(name = "SessionReportOfPartner")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OfPartner(
      @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
      @Schema(required = true) Counts sessions,
      @Schema(required = true) Visits visits) {}

  /** Sessions; each is counted once. */
  @Schema(name = "SessionCounts")
  public record Counts(
      @Schema(required = true) int total,
      @Schema(required = true) int held,
      @Schema(required = true, description = "Of those held: the partner left before the end")
          int stopped,
      @Schema(required = true) int partnerAbsent,
      @Schema(required = true, description = "Nobody confirmed in time; never counted as absent")
          int unconfirmed,
      @Schema(required = true) int cancelled,
      @Schema(required = true, description = "Confirmed, over, and nobody noted what became of it")
          int notRecorded,
      @Schema(required = true) int upcoming) {

    static Counts of(Map<SessionFate, Integer> fates) {
      int stopped = fates.getOrDefault(SessionFate.stopped, 0);
      return new Counts(
          fates.values().stream().mapToInt(Integer::intValue).sum(),
          fates.getOrDefault(SessionFate.held, 0) + stopped,
          stopped,
          fates.getOrDefault(SessionFate.partnerAbsent, 0),
          fates.getOrDefault(SessionFate.unconfirmed, 0),
          fates.getOrDefault(SessionFate.cancelled, 0),
          fates.getOrDefault(SessionFate.notRecorded, 0),
          fates.getOrDefault(SessionFate.upcoming, 0));
    }
  }

  /** Appointments whose time has come, and walk-ins who were served. */
  @Schema(name = "VisitCounts")
  public record Visits(
      @Schema(required = true, description = "Appointments that were not cancelled") int booked,
      @Schema(required = true) int attended,
      @Schema(required = true) int absent,
      @Schema(required = true) int excused,
      @Schema(required = true, description = "Nothing is noted") int unmarked,
      @Schema(required = true) int papersMissing,
      @Schema(required = true) int solved,
      @Schema(required = true) int continued,
      @Schema(required = true) int passedOn,
      @Schema(required = true) int autonomous,
      @Schema(required = true, description = "Walk-ins who were served; in none of the others")
          int walkIns) {
    static final Visits NONE = new Visits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Visits and(Visits o) {
      return new Visits(
          booked + o.booked,
          attended + o.attended,
          absent + o.absent,
          excused + o.excused,
          unmarked + o.unmarked,
          papersMissing + o.papersMissing,
          solved + o.solved,
          continued + o.continued,
          passedOn + o.passedOn,
          autonomous + o.autonomous,
          walkIns + o.walkIns);
    }

    /**
     * @param outcome null: nothing is noted
     */
    static Visits appointments(
        @Nullable Outcome outcome, boolean papers, @Nullable Result result, int many) {
      return new Visits(
          many,
          outcome == Outcome.attended ? many : 0,
          outcome == Outcome.absent ? many : 0,
          outcome == Outcome.excused ? many : 0,
          outcome == null ? many : 0,
          papers ? many : 0,
          result == Result.solved ? many : 0,
          result == Result.continued ? many : 0,
          result == Result.passedOn ? many : 0,
          result == Result.autonomous ? many : 0,
          0);
    }

    static Visits walkIns(int many) {
      return new Visits(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, many);
    }
  }
}
