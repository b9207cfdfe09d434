/**
 * Open-door weeks and workshops: group sessions under one name, booked like everything else.
 *
 * <p>May import: slot, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link Workshops}.
 */
@NullMarked
package fr.porteouverte.event;

import org.jspecify.annotations.NullMarked;
