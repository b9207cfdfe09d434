package fr.porteouverte.site;

import java.time.LocalDate;

/**
 * Published inside the transaction in which a house's closures changed on some local days.
 *
 * @param to the day after the last one
 */
public record ClosureChanged(long siteId, LocalDate from, LocalDate to) {}
