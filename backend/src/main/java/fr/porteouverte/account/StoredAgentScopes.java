package fr.porteouverte.account;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the room {@code access} from the agents' rows: one small read, which nothing remembers,
 * so that every process says the same at once.
 */
@ApplicationScoped
public class StoredAgentScopes implements AgentScopes {
  @Inject EntityManager database;
  @Inject Clock clock;

  /** An agent, once for each of their assignments. */
  private record Row(
      Long id,
      String state,
      @Nullable Long partnerId,
      @Nullable String keycloakId,
      @Nullable Instant seenAt,
      @Nullable String role,
      @Nullable Long siteId,
      @Nullable String department) {

    boolean isPartners() {
      return Role.PARTNER.equals(role);
    }
  }

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
            "select a.id, a.state, a.partner_id, a.keycloak_id, a.seen_at, g.role, g.site_id,"
                + " g.department from agent a left join assignment g on g.agent_id = a.id"
                + " where a.username = :username")
        .with("username", username)
        .list(Row.class);
  }

  private Of scope(List<Row> rows) {
    if (rows.isEmpty()) {
      return Of.NOWHERE;
    }
    if (rows.get(0).state().equals(AgentState.disabled.name())) {
      return Of.DISABLED;
    }
    Set<String> roles = new HashSet<>();
    Map<Long, Set<String>> houses = new HashMap<>();
    for (Row row : rows) {
      if (row.role() != null) {
        roles.add(row.role());
        if (row.siteId() != null && !row.isPartners()) {
          houses.computeIfAbsent(row.siteId(), site -> new HashSet<>()).add(row.role());
        }
      }
    }
    return new Of(Standing.active, Set.copyOf(roles), Map.copyOf(houses), reach(rows));
  }

  /** The houses of a department are read now: a new one is theirs from its first day on. */
  private @Nullable PartnerReach reach(List<Row> rows) {
    Long partner = rows.get(0).partnerId();
    List<Row> places = rows.stream().filter(Row::isPartners).toList();
    if (partner == null || places.isEmpty()) {
      return null;
    }
    if (places.stream().anyMatch(row -> row.siteId() == null && row.department() == null)) {
      return PartnerReach.of(partner, null);
    }
    Set<Long> sites = new HashSet<>();
    Set<String> departments = new HashSet<>();
    for (Row row : places) {
      if (row.siteId() != null) {
        sites.add(row.siteId());
      } else {
        departments.add(Objects.requireNonNull(row.department()));
      }
    }
    if (!departments.isEmpty()) {
      sites.addAll(
          Sql.of(database, "select id from site where department in (:departments)")
              .with("departments", departments)
              .list(Long.class));
    }
    return PartnerReach.of(partner, Set.copyOf(sites));
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
