/**
 * What who runs an installation watches: figures of the product for Prometheus, at {@code
 * /q/metrics} of the inner port, and traces for a collector. They count and name nobody.
 *
 * <p>May import: queue, booking.
 *
 * <p>Begin with {@link Measures}, then {@link Readings}; of traces with {@link TraceSwitch}, then
 * {@link DiscreetSpan}.
 */
@NullMarked
package fr.porteouverte.operating;

import org.jspecify.annotations.NullMarked;
