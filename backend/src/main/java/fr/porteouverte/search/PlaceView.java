package fr.porteouverte.search;

import fr.porteouverte.commune.Place;
import fr.porteouverte.commune.PlaceKind;
import fr.porteouverte.commune.Point;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The place that was understood. */
@Schema(name = "Place")
public record PlaceView(
    @Schema(required = true, examples = "Moyaux (14590)") String label,
    @Schema(
            description =
                "A formerCommune is part of another one now, whose insee stands here; an area is a"
                    + " department or several; absent for a position")
        @Nullable PlaceKind kind,
    @Schema(description = "Absent for a position and for an area") @Nullable String insee,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude) {

  /**
   * @param typed what the place was found by; if a postcode of it is in there, it is shown
   */
  static PlaceView of(Place place, String typed) {
    return new PlaceView(
        place.label(typed),
        place.kind(),
        place.insee(),
        place.point().latitude(),
        place.point().longitude());
  }

  Point at() {
    return new Point(latitude, longitude);
  }
}
