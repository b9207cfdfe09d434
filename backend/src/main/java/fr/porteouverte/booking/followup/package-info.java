/**
 * The next appointment, booked while the person is still there.
 *
 * <p>For the room {@code booking} alone; may import what the room may.
 *
 * <p>Begin with {@link FollowUps}.
 */
@NullMarked
package fr.porteouverte.booking.followup;

import org.jspecify.annotations.NullMarked;
