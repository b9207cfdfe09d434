/**
 * Work that comes back: which process does it, when, and who takes it over when that one dies.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Job}, which a room implements; {@link Jobs} has them done.
 */
@NullMarked
package fr.porteouverte.job;

import org.jspecify.annotations.NullMarked;
