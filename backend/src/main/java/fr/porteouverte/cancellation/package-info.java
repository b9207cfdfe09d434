/**
 * Appointments that the house takes away: a cancelled session, a partner who has to leave, a
 * closure, a changed series. One place, one order of locks.
 *
 * <p>May import: queue, booking, slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link Cancellations}; who may cancel a session stands in {@link
 * SessionCancellations}.
 */
@NullMarked
package fr.porteouverte.cancellation;

import org.jspecify.annotations.NullMarked;
