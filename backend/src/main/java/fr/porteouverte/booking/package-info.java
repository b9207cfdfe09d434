/**
 * Appointments: holds, bookings, moves, cancellations by the visitor, and who opens a booking.
 * Cancellations by the house are in {@code cancellation}.
 *
 * <p>May import: slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link BookingService}; the parts are {@code hold}, {@code seating} (places and
 * limits), {@code proof}, {@code release}, {@code change}, {@code followup}, {@code visitor},
 * {@code slip}.
 */
@NullMarked
package fr.porteouverte.booking;

import org.jspecify.annotations.NullMarked;
