/**
 * The person who comes: how they are named and reached, and when that is erased.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link Contacts}.
 */
@NullMarked
package fr.porteouverte.booking.visitor;

import org.jspecify.annotations.NullMarked;
