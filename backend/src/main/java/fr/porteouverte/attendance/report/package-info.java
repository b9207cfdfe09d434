/**
 * Sessions and visits of a house in numbers, each session once.
 *
 * <p>For the room {@code attendance} alone; may import what the room may.
 *
 * <p>Begin with {@link SessionReport}.
 */
@NullMarked
package fr.porteouverte.attendance.report;

import org.jspecify.annotations.NullMarked;
