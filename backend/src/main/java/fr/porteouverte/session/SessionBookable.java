package fr.porteouverte.session;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A session that is not over takes no bookings any more, or takes them again. A synchronous event
 * under the locks of its series and itself, and before {@link SessionHappened}: whoever keeps its
 * slots follows at once.
 *
 * @param from of what ends later than this
 */
public record SessionBookable(
    long sessionId, long permanenceId, LocalDate date, boolean open, Instant from, Instant at) {}
