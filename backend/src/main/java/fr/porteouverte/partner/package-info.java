/**
 * The register of partners: CAF, France Travail, an association.
 *
 * <p>May import: register.
 *
 * <p>Begin with {@link Partner}.
 */
@NullMarked
package fr.porteouverte.partner;

import org.jspecify.annotations.NullMarked;
