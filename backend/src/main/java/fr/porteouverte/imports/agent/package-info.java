/**
 * Agents as a table for a spreadsheet, and back; and a table of them taken back as a whole.
 *
 * <p>For the room {@code imports} alone; may import what the room may.
 *
 * <p>Begin with {@link AgentTables}; {@link AgentUndo} takes back.
 */
@NullMarked
package fr.porteouverte.imports.agent;

import org.jspecify.annotations.NullMarked;
