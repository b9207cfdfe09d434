/**
 * What people are told and when: confirmations, reminders, changes, roll calls, call sheets. {@code
 * outbox} sends it.
 *
 * <p>May import: outbox, waitlist, booking, slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link BookingMessages} (when) and {@link BookingComposer} (what); the words are in
 * the part {@code template}.
 */
@NullMarked
package fr.porteouverte.message;

import org.jspecify.annotations.NullMarked;
