package fr.porteouverte.queue.ticket;

import fr.porteouverte.queue.TicketState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an undo gives back to a ticket, kept with the event as compact text. */
public record TicketBefore(
    TicketState state,
    long procedureId,
    @Nullable Long permanenceId,
    @Nullable Instant dueAt,
    @Nullable Long counterId,
    @Nullable Instant calledAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int calls,
    @Nullable Instant callableAt) {
  private static final int FIELDS = 10;

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
        Integer.toString(calls),
        text(callableAt));
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
        Integer.parseInt(part[8]),
        // Events of before the pause after an absence have no such field.
        part.length < FIELDS ? null : instant(part[9]));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static @Nullable Long number(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
