/**
 * What a visitor, or staff for them, does with a booking: move or cancel it.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link BookingCommands}, then {@link BookingChanges}.
 */
@NullMarked
package fr.porteouverte.booking.change;

import org.jspecify.annotations.NullMarked;
