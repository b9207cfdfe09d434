/**
 * Agents as a table for a spreadsheet, and back.
 *
 * <p>For the room {@code imports} alone; may import what the room may.
 *
 * <p>Begin with {@link AgentTables}.
 */
@NullMarked
package fr.porteouverte.imports.agent;

import org.jspecify.annotations.NullMarked;
