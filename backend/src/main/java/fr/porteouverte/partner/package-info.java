/**
 * The register of partners: CAF, France Travail, an association.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Partner}.
 */
@NullMarked
package fr.porteouverte.partner;

import org.jspecify.annotations.NullMarked;
