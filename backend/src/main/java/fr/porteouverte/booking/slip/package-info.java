/**
 * The paper of an appointment: its short code, which opens no more than the paper says, and the
 * tries at it.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link SlipOpenings}.
 */
@NullMarked
package fr.porteouverte.booking.slip;

import org.jspecify.annotations.NullMarked;
