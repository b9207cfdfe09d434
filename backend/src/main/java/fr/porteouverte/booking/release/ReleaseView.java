package fr.porteouverte.booking.release;

import fr.porteouverte.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was freed. */
@Schema(name = "Release")
record ReleaseView(
    @Schema(required = true, description = "To take it back") String id,
    @Schema(required = true, description = "Bookings that were cancelled") int bookings,
    @Schema(required = true, description = "Holds that were given back") int holds,
    @Schema(required = true, description = "Of the bookings those whose person gets a message")
        int told) {

  ReleaseView(long act, int bookings, int holds, int told) {
    this(Ids.of(act), bookings, holds, told);
  }

  /** As it is kept for the same key. */
  String kept() {
    return String.join(":", id, "" + bookings, "" + holds, "" + told);
  }

  static ReleaseView read(String kept) {
    String[] parts = kept.split(":");
    return new ReleaseView(
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
