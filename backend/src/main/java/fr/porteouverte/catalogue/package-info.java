/**
 * The national catalogue of themes, partners, papers and procedures: data with a version, brought
 * in with a preview, without losing what people adapted, and taken back as a whole.
 *
 * <p>May import: register, partner, procedure.
 *
 * <p>Begin with {@link Merge}.
 */
@NullMarked
package fr.porteouverte.catalogue;

import org.jspecify.annotations.NullMarked;
