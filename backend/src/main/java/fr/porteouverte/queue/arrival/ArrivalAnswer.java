package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.Made;
import fr.porteouverte.queue.ticket.TicketView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ticket of somebody who was expected. */
@Schema(name = "Arrival")
public record ArrivalAnswer(@Schema(required = true) TicketView ticket) implements Made {
  @Override
  public String location() {
    return ticket.location();
  }
}
