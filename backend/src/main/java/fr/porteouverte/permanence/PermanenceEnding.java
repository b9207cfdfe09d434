package fr.porteouverte.permanence;

/**
 * Published inside the transaction that is about to remove a permanence; an observer may refuse.
 */
public record PermanenceEnding(long permanenceId) {}
