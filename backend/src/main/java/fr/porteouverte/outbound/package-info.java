/**
 * Addresses of other people's servers: what may be shown as a link, what may be called, and the one
 * client that calls it.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Outbound}, which looks at an address, then {@link OutboundClient}, which
 * calls it.
 */
@NullMarked
package fr.porteouverte.outbound;

import org.jspecify.annotations.NullMarked;
