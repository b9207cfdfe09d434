package fr.porteouverte.queue.ticket;

import fr.porteouverte.queue.TicketState;
import java.time.Instant;

/** What an undo gives back to a ticket, kept with the event as compact text. */
public record TicketBefore(
    TicketState state,
    long procedureId,
    Long permanenceId,
    Instant dueAt,
    Long counterId,
    Instant calledAt,
    Instant startedAt,
    Instant endedAt,
    int calls) {
  private static final int FIELDS = 9;

  public String text() {
    return String.join(
        ";",
        state.name(),
        Long.toString(procedureId),
        text(permanenceId),
        text(dueAt),
        text(counterId),
        text(calledAt),
        text(startedAt),
        text(endedAt),
        Integer.toString(calls));
  }

  public static TicketBefore parse(String text) {
    String[] part = text.split(";", FIELDS);
    return new TicketBefore(
        TicketState.valueOf(part[0]),
        Long.parseLong(part[1]),
        number(part[2]),
        instant(part[3]),
        number(part[4]),
        instant(part[5]),
        instant(part[6]),
        instant(part[7]),
        Integer.parseInt(part[8]));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static Long number(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }

  private static Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
