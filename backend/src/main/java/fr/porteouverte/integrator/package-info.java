/**
 * Other systems that use the API: what each may do, where, and with which keys.
 *
 * <p>May import: account, site, partner.
 *
 * <p>Begin with {@link IntegratorService}; {@link StoredIntegratorScopes} answers the room {@code
 * access}, {@link KnownSystems} other rooms.
 */
@NullMarked
package fr.porteouverte.integrator;

import org.jspecify.annotations.NullMarked;
