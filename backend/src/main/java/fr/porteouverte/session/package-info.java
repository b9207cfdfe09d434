/**
 * Sessions, the dated occurrences of permanences, and what people decide about them: confirm, hand
 * over, note the partner absent, confirm by link. Who may cancel one stands in {@code
 * cancellation}.
 *
 * <p>May import: permanence, site, partner, procedure.
 *
 * <p>Begin with {@link SessionService}, which says what each state allows; {@link SessionLocks} is
 * the way to a row.
 */
@NullMarked
package fr.porteouverte.session;

import org.jspecify.annotations.NullMarked;
