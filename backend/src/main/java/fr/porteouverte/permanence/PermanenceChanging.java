package fr.porteouverte.permanence;

/**
 * Published when a permanence was changed as a whole, before its slots follow: an observer may
 * refuse, for those who are booked.
 */
public record PermanenceChanging(long permanenceId) {}
