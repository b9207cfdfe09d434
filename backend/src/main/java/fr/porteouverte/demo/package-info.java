/**
 * The story's invented data, put in at start when the demo is on.
 *
 * <p>May import every room; no room imports it.
 *
 * <p>Begin with {@link Demo}.
 */
@NullMarked
package fr.porteouverte.demo;

import org.jspecify.annotations.NullMarked;
