package fr.porteouverte.queue;

import java.time.Duration;

/**
 * Published inside the transaction in which somebody is called for the first time.
 *
 * @param waited since they arrived, or since the time of their appointment if that is later
 */
public record TicketCalled(Duration waited) {}
