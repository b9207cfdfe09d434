/**
 * Putting a visit into places: which slots, under which lock, within which limits, and what to
 * propose instead.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link Seating}.
 */
@NullMarked
package fr.porteouverte.booking.seating;

import org.jspecify.annotations.NullMarked;
