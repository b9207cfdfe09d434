/**
 * The national files of houses and communes: what they would change, applied, taken back, each with
 * a report of every row.
 *
 * <p>May import every room; only {@code demo} imports it.
 *
 * <p>Begin with {@link Imports}.
 */
@NullMarked
package fr.porteouverte.imports;

import org.jspecify.annotations.NullMarked;
