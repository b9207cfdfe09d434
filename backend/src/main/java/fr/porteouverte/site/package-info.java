/**
 * The register of houses: address, opening hours, closures, whether a house is open, whether the
 * public sees it.
 *
 * <p>May import: register.
 *
 * <p>Begin with {@link Site}, then {@link OpenHours}.
 */
@NullMarked
package fr.porteouverte.site;

import org.jspecify.annotations.NullMarked;
