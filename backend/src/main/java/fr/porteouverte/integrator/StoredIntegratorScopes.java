package fr.porteouverte.integrator;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers the room {@code access} from the rows, at every request: what was taken away is gone with
 * the next call, in every process.
 */
@ApplicationScoped
public class StoredIntegratorScopes implements IntegratorScopes {
  private static final Set<String> ROLE = Set.of(Role.INTEGRATOR);

  /** Of a moment that is only shown. */
  private static final Duration SEEN_EVERY = Duration.ofHours(1);

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Row(
      long id,
      long keyId,
      String name,
      String scopes,
      @Nullable Instant revokedAt,
      @Nullable Instant endsAt,
      @Nullable Instant lastUsedAt) {

    boolean goodAt(Instant now) {
      return revokedAt == null && (endsAt == null || now.isBefore(endsAt));
    }
  }

  /** One thing that a system is bound to: one of these. */
  private record Bound(
      @Nullable Long siteId, @Nullable String department, @Nullable Long partnerId) {}

  @Override
  @Transactional
  public Optional<Of> cameWith(String clientId) {
    return Sql.of(
            database,
            "select i.id, k.id as key_id, i.name, i.scopes, i.revoked_at, k.ends_at,"
                + " k.last_used_at from integrator_key k join integrator i on i.id ="
                + " k.integrator_id where k.client_id = :client")
        .with("client", clientId)
        .first(Row.class)
        .map(this::of);
  }

  private record Standing(long id, String name, String scopes, @Nullable Instant revokedAt) {}

  /** What a system may do that does not call just now: who tells it of changes asks. */
  Optional<Of> standing(long id) {
    return Sql.of(database, "select id, name, scopes, revoked_at from integrator where id = :id")
        .with("id", id)
        .first(Standing.class)
        .map(
            row ->
                row.revokedAt() == null
                    ? known(row.id(), row.name(), Scope.read(row.scopes()))
                    : Of.disabled(row.id(), row.name()));
  }

  private Of of(Row row) {
    Instant now = clock.instant();
    Set<Scope> scopes = Scope.read(row.scopes());
    if (!row.goodAt(now)) {
      return Of.disabled(row.id(), row.name());
    }
    if (row.lastUsedAt() == null || row.lastUsedAt().isBefore(now.minus(SEEN_EVERY))) {
      Sql.of(database, "update integrator_key set last_used_at = :now where id = :key")
          .with("now", now)
          .with("key", row.keyId())
          .run();
    }
    return known(row.id(), row.name(), scopes);
  }

  private Of known(long id, String name, Set<Scope> scopes) {
    Set<Long> sites = new HashSet<>();
    Set<String> departments = new HashSet<>();
    Set<Long> partners = new HashSet<>();
    for (Bound to : bounds(id)) {
      add(sites, to.siteId());
      add(departments, to.department());
      add(partners, to.partnerId());
    }
    boolean everywhere = sites.isEmpty() && departments.isEmpty();
    if (!departments.isEmpty()) {
      // Read now: a new house of a department is theirs from its first day on.
      sites.addAll(
          Sql.of(database, "select id from site where department in (:departments)")
              .with("departments", departments)
              .list(Long.class));
    }
    if (partners.isEmpty()) {
      Map<Long, Set<String>> houses =
          sites.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), site -> ROLE));
      return new Of(id, name, scopes, active(houses, null), Set.copyOf(departments));
    }
    PartnerReach reach =
        new PartnerReach(Set.copyOf(partners), everywhere ? null : Set.copyOf(sites));
    // Of a department it has what is its partners' there, not the department.
    return new Of(id, name, scopes, active(Map.of(), reach), Set.of());
  }

  private List<Bound> bounds(long id) {
    return Sql.of(
            database,
            "select site_id, department, cast(null as bigint) as partner_id from integrator_place"
                + " where integrator_id = :id union all select null, null, partner_id from"
                + " integrator_partner where integrator_id = :id")
        .with("id", id)
        .list(Bound.class);
  }

  private static AgentScopes.Of active(
      Map<Long, Set<String>> houses, @Nullable PartnerReach reach) {
    return new AgentScopes.Of(AgentScopes.Standing.active, ROLE, houses, reach);
  }

  private static <T> void add(Set<T> some, @Nullable T one) {
    if (one != null) {
      some.add(one);
    }
  }
}
