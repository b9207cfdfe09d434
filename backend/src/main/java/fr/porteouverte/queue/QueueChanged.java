package fr.porteouverte.queue;

/** Published inside the transaction, for each event of a house's queue. */
public record QueueChanged(long siteId, long seq) {}
