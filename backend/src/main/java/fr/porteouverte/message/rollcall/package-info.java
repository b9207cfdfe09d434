/**
 * Mails to partners' agents: whether they come, and what others decided about their sessions.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link RollCalls}; the words are in {@code
 * resources/message/rollcall_fr.properties} and {@code rollcall_en.properties}.
 */
@NullMarked
package fr.porteouverte.message.rollcall;

import org.jspecify.annotations.NullMarked;
