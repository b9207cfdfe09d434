/**
 * The public's search: nearest houses, soonest places, next visits to a village. Only reads.
 *
 * <p>May import: slot, session, permanence, procedure, site, partner, commune.
 *
 * <p>Begin with {@link NearestSites} and {@link SoonestSites}.
 */
@NullMarked
package fr.porteouverte.search;

import org.jspecify.annotations.NullMarked;
