/**
 * Coming in: a number for a walk-in, the arrival for a booking, entries from the paper sheet.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link Entrance} and {@link ExpectedEntrance}.
 */
@NullMarked
package fr.porteouverte.queue.arrival;

import org.jspecify.annotations.NullMarked;
