/**
 * Whether somebody who walks in may be given a number: the house is open, the permanence is there,
 * and today's numbers are not all gone.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link Openings} (is the house open), then {@link Obstacle}.
 */
@NullMarked
package fr.porteouverte.queue.admission;

import org.jspecify.annotations.NullMarked;
