/**
 * Addresses of other systems that are told of each change: signed, tried again for three days, one
 * at a time for each address.
 *
 * <p>May import: change, integrator, outbox, site.
 *
 * <p>Begin with {@link FanOut}, which writes deliveries, and {@link Courier}, which makes them.
 */
@NullMarked
package fr.porteouverte.webhook;

import org.jspecify.annotations.NullMarked;
