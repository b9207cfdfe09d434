package fr.porteouverte.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people lose an appointment with a session or in a closure. */
@Schema(name = "CancellationImpact")
public record CancellationImpact(
    @Schema(required = true, description = "Appointments that are lost") int bookings,
    @Schema(required = true, description = "Whose people get a message") int told,
    @Schema(required = true, description = "Whose people stand on the call sheet") int toCall) {
  static final CancellationImpact NOBODY = new CancellationImpact(0, 0, 0);

  CancellationImpact and(boolean byMessage) {
    return new CancellationImpact(
        bookings + 1, told + (byMessage ? 1 : 0), toCall + (byMessage ? 0 : 1));
  }
}
