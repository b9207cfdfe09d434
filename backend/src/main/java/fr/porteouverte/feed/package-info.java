/**
 * Calendars that programs follow: who sits where when, and nobody's appointments.
 *
 * <p>May import: session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link FeedService} for addresses, {@link SessionCalendar} for what they show.
 */
@NullMarked
package fr.porteouverte.feed;

import org.jspecify.annotations.NullMarked;
