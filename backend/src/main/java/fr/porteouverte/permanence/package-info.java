/**
 * The calendar: recurring presences at a house as rules, and on which days and hours they fall.
 * Stores no dated row.
 *
 * <p>May import: site, partner, procedure.
 *
 * <p>Begin with {@link PermanenceCalendar}, the rule without a database, then {@link Permanence}.
 */
@NullMarked
package fr.porteouverte.permanence;

import org.jspecify.annotations.NullMarked;
