/**
 * Figures that people act on: counted by day and house from what happened, added up by month and
 * department, and told to houses, partners and the network.
 *
 * <p>May import: procedure, site, partner.
 *
 * <p>Begin with {@link DayCounts}, then {@link RollUp} and {@link Tallies}.
 */
@NullMarked
package fr.porteouverte.figures;

import org.jspecify.annotations.NullMarked;
