/**
 * The counter queue of a house: people who are there, counters, who is called next, the board. Here
 * lies what other rooms may use.
 *
 * <p>May import: device, booking, session, permanence, procedure, site, partner.
 *
 * <p>Begin with a part: {@code order} (who is called first), {@code ticket}, {@code counter},
 * {@code admission} (who gets a number), {@code arrival}, {@code board}, {@code change} (locks and
 * events), {@code settings} (what a house sets).
 */
@NullMarked
package fr.porteouverte.queue;

import org.jspecify.annotations.NullMarked;
