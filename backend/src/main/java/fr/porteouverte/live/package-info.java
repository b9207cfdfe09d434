/**
 * Live streams: boards, walls and phones hear of a change of the queue at once.
 *
 * <p>May import: queue.
 *
 * <p>Begin with {@link Hub}.
 */
@NullMarked
package fr.porteouverte.live;

import org.jspecify.annotations.NullMarked;
