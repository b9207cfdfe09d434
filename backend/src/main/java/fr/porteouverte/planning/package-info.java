/**
 * The manager's calendar: previews, conflicts, and a change of a series together with the people
 * booked in it.
 *
 * <p>May import: cancellation, queue, booking, slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link Changes}; {@link Previews} shows the same and writes nothing.
 */
@NullMarked
package fr.porteouverte.planning;

import org.jspecify.annotations.NullMarked;
