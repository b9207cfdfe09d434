package fr.porteouverte.message;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.booking.Arrivals;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Page;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was told about a booking. For staff of its house; others do not find it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/bookings/{reference}/messages")
@Tag(name = "messages")
public class BookingMessagesResource {
  @Inject Arrivals bookings;
  @Inject Correspondence correspondence;
  @Inject Outbox outbox;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "listBookingMessages",
      summary = "Every message of a booking with its fate, oldest first")
  public Page<MessageView> list(@PathParam("reference") String reference) {
    return transactions.call(
        () -> {
          var booking = bookings.find(reference).orElseThrow(NotFound::new);
          access.requireOwn(booking.siteId());
          Letter letter = correspondence.letter(booking.bookingId()).orElseThrow(NotFound::new);
          return Page.whole(
              outbox.about(booking.bookingId()).stream()
                  .map(message -> MessageView.of(message, letter, clock.instant()))
                  .toList());
        });
  }
}
