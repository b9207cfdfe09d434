/**
 * Making a mail or an SMS out of facts and words. The layouts lie in {@code
 * resources/templates/message}.
 *
 * <p>For the room {@code message} alone; may import what the room may.
 *
 * <p>Begin with {@link LetterWriter}.
 */
@NullMarked
package fr.porteouverte.message.letter;

import org.jspecify.annotations.NullMarked;
