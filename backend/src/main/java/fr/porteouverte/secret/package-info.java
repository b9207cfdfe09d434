/**
 * Secrets that are derived from the server's key, such as what opens a private link.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link ServerKey}.
 */
@NullMarked
package fr.porteouverte.secret;

import org.jspecify.annotations.NullMarked;
