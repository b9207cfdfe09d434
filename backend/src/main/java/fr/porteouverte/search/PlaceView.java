package fr.porteouverte.search;

import fr.porteouverte.place.Commune;
import fr.porteouverte.place.Point;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The place that was understood. */
@Schema(name = "Place")
public record PlaceView(
    @Schema(required = true, examples = "Moyaux (14590)") String label,
    @Schema(description = "Absent for a position") String insee,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude) {

  static PlaceView of(Commune commune) {
    String postcodes = commune.postcodes().isEmpty() ? "" : commune.postcodes().get(0);
    return new PlaceView(
        postcodes.isEmpty() ? commune.name() : commune.name() + " (" + postcodes + ")",
        commune.insee(),
        commune.point().latitude(),
        commune.point().longitude());
  }

  Point at() {
    return new Point(latitude, longitude);
  }
}
