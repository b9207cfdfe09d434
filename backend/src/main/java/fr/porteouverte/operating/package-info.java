/**
 * What who runs an installation watches: figures of the product for Prometheus, at {@code
 * /q/metrics} of the inner port. They count and name nobody.
 *
 * <p>May import: queue, booking.
 *
 * <p>Begin with {@link Measures}, then {@link Readings}.
 */
@NullMarked
package fr.porteouverte.operating;

import org.jspecify.annotations.NullMarked;
