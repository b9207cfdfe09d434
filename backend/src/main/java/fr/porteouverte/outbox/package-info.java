/**
 * Sending: rows to send, leases, mail and SMS transports, what came back. Knows nothing of
 * appointments.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Outbox}, where a message is written, then {@link Dispatcher}, which sends
 * it.
 */
@NullMarked
package fr.porteouverte.outbox;

import org.jspecify.annotations.NullMarked;
