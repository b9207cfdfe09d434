package fr.porteouverte.site;

import java.time.Instant;

/**
 * A house has another name or another address. A synchronous event inside the transaction that
 * changed it: who is booked there is told in it, and their calendar entries move (see the room
 * {@code booking}, which observes it, and {@code message}, which hears of each booking). Nobody
 * fires it but {@link HouseMoves}.
 *
 * @param before what people were told
 * @param actor who did it: a username, or the name of an import
 */
public record HouseMoved(
    long siteId, Whereabouts before, Whereabouts now, String actor, Instant at) {}
