/**
 * Secrets, derived from the server's key or by chance, such as what opens a private link.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Secrets}.
 */
@NullMarked
package fr.porteouverte.secret;

import org.jspecify.annotations.NullMarked;
