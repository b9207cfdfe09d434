/**
 * What a house sets of its queue.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link HouseRules}; the row is {@code change.QueueSite}.
 */
@NullMarked
package fr.porteouverte.queue.settings;

import org.jspecify.annotations.NullMarked;
