/**
 * What people come for, which partner does it, how long it takes, and the papers to bring.
 *
 * <p>May import: partner, register.
 *
 * <p>Begin with {@link Procedure}.
 */
@NullMarked
package fr.porteouverte.procedure;

import org.jspecify.annotations.NullMarked;
