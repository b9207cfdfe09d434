/**
 * Tickets: numbers, and what may be done with each in which state.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link TicketCommands}; {@code queue.TicketState} is the table of transitions.
 */
@NullMarked
package fr.porteouverte.queue.ticket;

import org.jspecify.annotations.NullMarked;
