package fr.porteouverte.account;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers the room {@code access} from the agents' rows: one small read, which nothing remembers,
 * so that every process says the same at once.
 */
@ApplicationScoped
public class StoredAgentScopes implements AgentScopes {
  @Inject EntityManager database;
  @Inject Clock clock;

  /** An agent, once for each of their houses. */
  private record Row(
      Long id,
      String role,
      String state,
      @Nullable Long partnerId,
      @Nullable String keycloakId,
      @Nullable Instant seenAt,
      @Nullable Long siteId) {}

  @Override
  @Transactional
  public Of of(String username) {
    return scope(rows(username));
  }

  @Override
  @Transactional
  public Of cameAs(String username, @Nullable String subject) {
    List<Row> rows = rows(username);
    if (rows.isEmpty() || isAnother(rows.get(0).keycloakId(), subject)) {
      return Of.NOWHERE;
    }
    if (rows.get(0).seenAt() == null) {
      seen(rows.get(0).id());
    }
    return scope(rows);
  }

  private List<Row> rows(String username) {
    return Sql.of(
            database,
            "select a.id, a.role, a.state, a.partner_id, a.keycloak_id, a.seen_at, s.site_id"
                + " from agent a left join agent_site s on s.agent_id = a.id"
                + " where a.username = :username")
        .with("username", username)
        .list(Row.class);
  }

  private static Of scope(List<Row> rows) {
    if (rows.isEmpty()) {
      return Of.NOWHERE;
    }
    Row agent = rows.get(0);
    return agent.state().equals(AgentState.disabled.name())
        ? Of.DISABLED
        : new Of(
            Standing.active,
            Set.of(agent.role()),
            rows.stream()
                .map(Row::siteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()),
            agent.partnerId());
  }

  /** The name was given to another user of Keycloak, by hand. */
  private static boolean isAnother(@Nullable String known, @Nullable String subject) {
    return known != null && subject != null && !known.equals(subject);
  }

  private void seen(long id) {
    Sql.of(database, "update agent set seen_at = :now where id = :id and seen_at is null")
        .with("now", clock.instant())
        .with("id", id)
        .run();
  }
}
