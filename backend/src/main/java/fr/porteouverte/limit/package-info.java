/**
 * How much one caller may ask in a time, whichever process answers.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link RateLimit}, then {@link Allowance}.
 */
@NullMarked
package fr.porteouverte.limit;

import org.jspecify.annotations.NullMarked;
