package fr.porteouverte.booking.release;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may be one robot’s, for a manager to decide. It tells no address. */
@Schema(name = "SuspectGroup")
record SuspectView(
    @Schema(required = true, description = "To free its holds; good as long as it is known")
        String id,
    @Schema(required = true) SuspectGroups.Kind kind,
    @Schema(required = true, description = "Places that are held from there now") int holds,
    @Schema(required = true) List<Suspect> bookings) {

  /** An appointment to come that somebody without a login made. */
  @Schema(name = "Suspect")
  record Suspect(
      @Schema(required = true) String reference,
      @Schema(required = true) String name,
      @Schema(required = true) Text procedure,
      @Schema(required = true, description = "Of the appointment, in the zone of the house")
          OffsetDateTime start,
      @Schema(required = true) OffsetDateTime madeAt,
      @Schema(required = true, description = "The person left a way to be told") boolean contact) {

    static Suspect of(Booking booking) {
      ZoneId zone = booking.site().zone();
      return new Suspect(
          booking.reference(),
          booking.visitor().firstName() + " " + booking.visitor().lastName(),
          booking.procedure().title(),
          booking.start().atZone(zone).toOffsetDateTime(),
          booking.madeAt().atZone(zone).toOffsetDateTime(),
          !booking.visitor().addresses().isEmpty());
    }
  }
}
