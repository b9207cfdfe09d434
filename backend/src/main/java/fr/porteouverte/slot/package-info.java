/**
 * Slots as rows: capacity and what is taken, their locks, and the job that makes them from the
 * calendar.
 *
 * <p>May import: session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link SlotLocks} for whoever takes places, {@link Materialiser} for where rows
 * come from.
 */
@NullMarked
package fr.porteouverte.slot;

import org.jspecify.annotations.NullMarked;
