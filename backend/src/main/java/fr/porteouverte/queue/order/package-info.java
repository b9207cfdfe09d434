/**
 * The calling order: who is called next and why, and how long the others will wait.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link CallOrder}, the whole rule without a database; {@link NextCalls} uses it.
 * {@link Forecast} plays it forward, from what the house has shown ({@link Experience}).
 */
@NullMarked
package fr.porteouverte.queue.order;

import org.jspecify.annotations.NullMarked;
