package fr.porteouverte.permanence;

/** Published inside the transaction in which a permanence was entered or changed. */
public record PermanenceChanged(long permanenceId) {}
