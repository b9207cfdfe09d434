/** Calendars that programs subscribe to: who sits where when, and nobody's appointments. */
package fr.porteouverte.feed;
