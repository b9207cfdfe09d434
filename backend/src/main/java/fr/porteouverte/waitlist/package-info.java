/**
 * The waiting list: who would like to come earlier, and to whom a freed place is offered.
 *
 * <p>May import: booking, slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link OfferMaker}; it hears of freed places by {@code booking.PlacesFreed}.
 */
@NullMarked
package fr.porteouverte.waitlist;

import org.jspecify.annotations.NullMarked;
