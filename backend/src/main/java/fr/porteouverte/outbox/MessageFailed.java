package fr.porteouverte.outbox;

/** A message reached nobody, for good. Published inside the transaction that notes it. */
public record MessageFailed(OutboxMessage message) {}
