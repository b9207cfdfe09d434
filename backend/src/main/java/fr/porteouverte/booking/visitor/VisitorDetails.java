package fr.porteouverte.booking.visitor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person of a booking, to be corrected. */
@Schema(name = "VisitorDetails")
public record VisitorDetails(
    @Schema(required = true) BookingView.Visitor visitor, @JsonIgnore int version)
    implements Versioned {

  static VisitorDetails of(Booking booking) {
    return new VisitorDetails(BookingView.Visitor.of(booking.visitor()), booking.version());
  }

  /** Another system writes what it knows, and reads nothing that it does not. */
  VisitorDetails toSystem() {
    return new VisitorDetails(visitor.toSystem(), version);
  }
}
