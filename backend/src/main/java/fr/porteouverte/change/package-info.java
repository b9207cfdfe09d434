/**
 * What other systems hear of: every change that matters once, in an order that readers can follow
 * without a gap.
 *
 * <p>May import: attendance, queue, booking, session, permanence, site.
 *
 * <p>Begin with {@link ChangeFeed} and {@link ChangeWriter}.
 */
@NullMarked
package fr.porteouverte.change;

import org.jspecify.annotations.NullMarked;
