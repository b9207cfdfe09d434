/**
 * The register of communes and what people write when they say where they are: names, former names,
 * postcodes, departments, addresses.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Gazetteer} and its readings, {@link Typed}.
 */
@NullMarked
package fr.porteouverte.commune;

import org.jspecify.annotations.NullMarked;
