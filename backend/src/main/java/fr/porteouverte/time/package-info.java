/**
 * The clock, the zones and holidays of French territories, and calendar files in their times.
 * Nobody else reads the machine's time.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Territory}; every rule gets the {@code Clock} that {@link ClockProducer}
 * makes.
 */
@NullMarked
package fr.porteouverte.time;

import org.jspecify.annotations.NullMarked;
