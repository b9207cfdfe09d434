/**
 * What somebody whom nobody knows may take before they are asked for a computation, or have to call
 * the house: so many places of one address, so many of one house, so many without a contact.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link Takings}; the computation is ALTCHA’s ({@link Challenges}).
 */
@NullMarked
package fr.porteouverte.booking.proof;

import org.jspecify.annotations.NullMarked;
