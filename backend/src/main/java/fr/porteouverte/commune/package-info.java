/**
 * The register of communes: their names as people write them, their postcodes, their points.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Communes}.
 */
@NullMarked
package fr.porteouverte.commune;

import org.jspecify.annotations.NullMarked;
