/**
 * Places that a robot took: what looks like it, and the one act of a manager that frees them.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link Releases}; {@link SuspectGroups} says what belongs together.
 */
@NullMarked
package fr.porteouverte.booking.release;

import org.jspecify.annotations.NullMarked;
