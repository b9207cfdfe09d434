/**
 * How a queue changes: one change of a house after another, each an event; the end of the day.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link QueueLocks}, then {@link QueueEvents}.
 */
@NullMarked
package fr.porteouverte.queue.change;

import org.jspecify.annotations.NullMarked;
