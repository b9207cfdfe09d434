/**
 * Agents: their roles, their places, their users in Keycloak.
 *
 * <p>May import: site, partner, outbox.
 *
 * <p>Begin with {@link AgentService}; {@link StoredAgentScopes} answers the room {@code access}.
 */
@NullMarked
package fr.porteouverte.account;

import org.jspecify.annotations.NullMarked;
