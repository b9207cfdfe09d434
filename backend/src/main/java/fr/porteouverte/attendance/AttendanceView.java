package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Versioned;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a visit. */
@Schema(name = "Attendance")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttendanceView(
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) Outcome outcome,
    @Schema(required = true) boolean papersMissing,
    @Nullable Result result,
    @Nullable String note,
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "Username of who noted it") String by,
    @Schema(description = "Absent: it was not taken back") @Nullable OffsetDateTime takenBackAt,
    @Schema(description = "Username, or `system`: the queue contradicted it")
        @Nullable String takenBackBy)
    implements Versioned {

  /** All that was ever noted of a visit. */
  @Schema(name = "AttendanceHistory")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record History(
      @Schema(description = "Absent: nothing is noted") @Nullable AttendanceView current,
      @Schema(required = true, description = "The first one first, also those taken back")
          List<AttendanceView> versions)
      implements Versioned {

    @Override
    public int version() {
      return current == null ? 0 : current.version();
    }
  }

  static @Nullable AttendanceView of(@Nullable Attendance row, ZoneId zone) {
    return row == null
        ? null
        : new AttendanceView(
            row.version(),
            row.outcome(),
            row.papersMissing(),
            row.result(),
            row.note(),
            row.at().atZone(zone).toOffsetDateTime(),
            row.actor(),
            row.undoneAt() == null ? null : row.undoneAt().atZone(zone).toOffsetDateTime(),
            row.undoneBy());
  }
}
