package fr.porteouverte.queue;

import org.jspecify.annotations.Nullable;

/**
 * Published inside the transaction, for each event of a house's queue.
 *
 * @param ticketId whose ticket stands differently from now on; null: nobody's, or more is to come
 */
public record QueueChanged(long siteId, long seq, @Nullable Long ticketId) {}
