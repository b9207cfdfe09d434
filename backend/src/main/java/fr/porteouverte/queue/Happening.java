package fr.porteouverte.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a house's queue, as whoever follows it hears of it. It names nobody.
 *
 * @param seq its number in the house, in the order of commits
 * @param ticketId null when it concerns a counter only
 * @param number of the ticket, as it is called: {@code A012}
 * @param counterId of the counter concerned; null for none
 * @param counter that counter's name
 * @param rings somebody is called by it, and that call was not taken back since
 * @param at when it happened
 */
public record Happening(
    long seq,
    EventKind kind,
    @Nullable Long ticketId,
    @Nullable String number,
    @Nullable Long counterId,
    String counter,
    boolean rings,
    Instant at) {}
