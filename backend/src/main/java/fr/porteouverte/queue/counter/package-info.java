/**
 * The counters of a house: their register, opening and closing.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link CounterService}.
 */
@NullMarked
package fr.porteouverte.queue.counter;

import org.jspecify.annotations.NullMarked;
