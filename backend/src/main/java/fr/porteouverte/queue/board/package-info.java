/**
 * What people see of the queue: the staff's board, the wall, one's own number, the day's agenda.
 *
 * <p>For the room {@code queue} alone; may import what the room may.
 *
 * <p>Begin with {@link QueueReader} for staff, {@link BoardReader} for everybody.
 */
@NullMarked
package fr.porteouverte.queue.board;

import org.jspecify.annotations.NullMarked;
