/**
 * The call sheet: whom a clerk must telephone, and what came of it.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link CallSheet}.
 */
@NullMarked
package fr.porteouverte.message.call;

import org.jspecify.annotations.NullMarked;
