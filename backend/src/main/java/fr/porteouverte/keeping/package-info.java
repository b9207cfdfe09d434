/**
 * How houses are kept by their managers and by the network: entered, edited, opened to the public
 * by a checklist, looked through for what is missing, archived.
 *
 * <p>May import: booking, permanence, session, site, commune, procedure, partner, register.
 *
 * <p>Begin with {@link SiteRegister}, then {@link SiteEntryResource}.
 */
@NullMarked
package fr.porteouverte.keeping;

import org.jspecify.annotations.NullMarked;
