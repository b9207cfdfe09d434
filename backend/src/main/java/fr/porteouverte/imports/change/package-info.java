/**
 * What a file would change, before it is applied; applying it, and taking it back as a whole.
 *
 * <p>For the room {@code imports} alone; may import what the room may.
 *
 * <p>Begin with {@link Importing}.
 */
@NullMarked
package fr.porteouverte.imports.change;

import org.jspecify.annotations.NullMarked;
