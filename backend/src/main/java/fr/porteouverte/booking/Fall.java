package fr.porteouverte.booking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many people lose an appointment with a session or in a closure. */
@Schema(name = "Fall")
public record Fall(
    @Schema(required = true, description = "Appointments that fall") int bookings,
    @Schema(required = true, description = "Whose people get a message") int told,
    @Schema(required = true, description = "Whose people stand on the call sheet") int toCall) {
  static final Fall NOBODY = new Fall(0, 0, 0);

  Fall and(boolean byMessage) {
    return new Fall(bookings + 1, told + (byMessage ? 1 : 0), toCall + (byMessage ? 0 : 1));
  }
}
