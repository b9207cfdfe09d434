package fr.porteouverte.queue.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.queue.order.Serves;
import fr.porteouverte.queue.ticket.TicketView;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A counter as staff of the house see it. */
@Schema(name = "Counter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CounterView(
    @Schema(required = true) String id,
    @Schema(required = true) String siteId,
    @Schema(required = true, examples = "Guichet 1") String name,
    @Schema(required = true) Serves serves,
    @Schema(required = true, description = "Of serves=procedures") List<String> procedureIds,
    @Schema(description = "Of serves=permanence") @Nullable String permanenceId,
    @Schema(required = true, description = "Opened today, and not closed since") boolean open,
    @Schema(description = "Username of the agent who opened it, or took it over last")
        @Nullable String openedBy,
    @Schema(description = "That agent's first name") @Nullable String openedByName,
    @Schema(description = "Since when that agent has it") @Nullable OffsetDateTime openedAt,
    @Schema(description = "Who is called or served there") @Nullable TicketView ticket,
    @Schema(
            required = true,
            description = "Grows when it is opened, taken over, closed or changed: for If-Match")
        int version)
    implements Versioned, Made {
  @Override
  public String location() {
    return "/counters/" + id;
  }
}
