package fr.porteouverte.search;

import fr.porteouverte.commune.Commune;
import fr.porteouverte.commune.Point;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The place that was understood. */
@Schema(name = "Place")
public record PlaceView(
    @Schema(required = true, examples = "Moyaux (14590)") String label,
    @Schema(description = "Absent for a position") @Nullable String insee,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude) {

  /**
   * @param typed what the commune was found by; if a postcode of it is in there, it is shown
   */
  static PlaceView of(Commune commune, String typed) {
    return new PlaceView(
        commune.postcodes().stream()
            .filter(typed::contains)
            .findFirst()
            .or(() -> commune.postcodes().stream().findFirst())
            .map(postcode -> commune.name() + " (" + postcode + ")")
            .orElse(commune.name()),
        commune.insee(),
        commune.point().latitude(),
        commune.point().longitude());
  }

  Point at() {
    return new Point(latitude, longitude);
  }
}
