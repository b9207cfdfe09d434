/**
 * Who is calling, and where they may act: every check of rights of a role and a place.
 *
 * <p>For every room; may import the base only.
 *
 * <p>Begin with {@link Access}. What only one room allows stands in that room, named {@code
 * …Access} or {@code …Rights}.
 */
@NullMarked
package fr.porteouverte.access;

import org.jspecify.annotations.NullMarked;
