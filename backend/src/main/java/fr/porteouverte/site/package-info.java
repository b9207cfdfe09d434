/**
 * The register of houses: address, opening hours, closures, whether a house is open.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Site}, then {@link OpenHours}.
 */
@NullMarked
package fr.porteouverte.site;

import org.jspecify.annotations.NullMarked;
