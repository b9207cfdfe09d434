package fr.porteouverte.queue.arrival;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Made;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import fr.porteouverte.queue.ticket.TicketView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a kiosk prints: it names nobody. */
@Schema(name = "Receipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    @Schema(required = true, examples = "A012") String number,
    @Schema(required = true, description = "For the address of one's own number") String publicId,
    @Schema(required = true, description = "People before this one") int ahead,
    @Nullable WaitEstimate estimate,
    @Schema(description = "In place of an estimate") @Nullable NoEstimate noEstimate)
    implements Made {
  @Override
  public String location() {
    return "/tickets/" + publicId;
  }

  static Receipt of(TicketView ticket) {
    int ahead = ticket.place() == null ? 0 : ticket.place() - 1;
    return new Receipt(
        ticket.number(), ticket.publicId(), ahead, ticket.estimate(), ticket.noEstimate());
  }
}
