/**
 * Reminders: when each is due, and planned anew when something changes.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link ReminderPlan}, the rule without a database, then {@link Reminders}.
 */
@NullMarked
package fr.porteouverte.message.reminder;

import org.jspecify.annotations.NullMarked;
