/**
 * How the registers of partners, themes, procedures and papers are kept by people: entered,
 * changed, archived, brought back, and who did it.
 *
 * <p>May import: no room but the base.
 *
 * <p>Begin with {@link Register}.
 */
@NullMarked
package fr.porteouverte.register;

import org.jspecify.annotations.NullMarked;
