/**
 * What {@code openapi.yaml} says of every operation beyond its own annotations: refusals, roles,
 * logins and scopes.
 *
 * <p>May import: no room but the base. Nobody imports it: it runs when the API is built and when it
 * starts.
 *
 * <p>Begin with {@link RefusalsInContract}.
 */
@NullMarked
package fr.porteouverte.contract;

import org.jspecify.annotations.NullMarked;
