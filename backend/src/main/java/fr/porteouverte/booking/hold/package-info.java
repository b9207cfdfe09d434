/**
 * Holds: a place kept for some minutes while somebody types.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link HoldService}.
 */
@NullMarked
package fr.porteouverte.booking.hold;

import org.jspecify.annotations.NullMarked;
