/**
 * When a house writes to people: reminders, quiet hours.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link MessageSettings}.
 */
@NullMarked
package fr.porteouverte.message.settings;

import org.jspecify.annotations.NullMarked;
