/**
 * Text that people read or type: the same words in French and English, and what may stand in one
 * line.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Text}.
 */
@NullMarked
package fr.porteouverte.text;

import org.jspecify.annotations.NullMarked;
