/**
 * What others read of us without our app: open data as files, and what search engines find.
 *
 * <p>May import: event, session, permanence, procedure, site, partner.
 *
 * <p>Begin with {@link OpenDataResource} for files, {@link PageRoutes} for pages.
 */
@NullMarked
package fr.porteouverte.opendata;

import org.jspecify.annotations.NullMarked;
