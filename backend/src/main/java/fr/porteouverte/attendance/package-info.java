/**
 * What became of each visit, version upon version, and the report of a house.
 *
 * <p>May import: queue, booking, session, permanence, procedure, site, partner, commune.
 *
 * <p>Begin with {@link AttendanceService}; who may note it stands in {@link AttendanceAccess}.
 */
@NullMarked
package fr.porteouverte.attendance;

import org.jspecify.annotations.NullMarked;
