/**
 * Houses as the national list writes them: how its cells are read, what of a row is taken, how
 * houses are written and taken back.
 *
 * <p>For the room {@code imports} alone; may import what the room may.
 *
 * <p>Begin with {@link SitePlanner}.
 */
@NullMarked
package fr.porteouverte.imports.house;

import org.jspecify.annotations.NullMarked;
