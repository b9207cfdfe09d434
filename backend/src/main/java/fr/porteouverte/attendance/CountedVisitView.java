package fr.porteouverte.attendance;

import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit that was only counted. */
@Schema(name = "CountedVisit")
public record CountedVisitView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true) VisitChannel channel)
    implements Versioned, Made {

  /** How many of one channel were counted. */
  @Schema(name = "CountedByChannel")
  public record Of(
      @Schema(required = true) VisitChannel channel, @Schema(required = true) long number) {}

  /** What was counted today. */
  @Schema(name = "CountedVisits")
  public record Today(@Schema(required = true) List<Of> items) {}

  @Override
  public String location() {
    return "/counted-visits/" + id + "/attendance";
  }
}
