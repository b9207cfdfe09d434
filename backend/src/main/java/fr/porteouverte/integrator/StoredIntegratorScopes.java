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
  /** Of a moment that is only shown. */
  private static final Duration SEEN_EVERY = Duration.ofHours(1);

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Row(
      long id,
      long keyId,
      String name,
      String scopes,
      @Nullable Long partnerId,
      @Nullable Instant revokedAt,
      @Nullable Instant endsAt,
      @Nullable Instant lastUsedAt) {

    boolean goodAt(Instant now) {
      return revokedAt == null && (endsAt == null || now.isBefore(endsAt));
    }
  }

  private record Place(@Nullable Long siteId, @Nullable String department) {}

  @Override
  @Transactional
  public Optional<Of> cameWith(String clientId) {
    return Sql.of(
            database,
            "select i.id, k.id as key_id, i.name, i.scopes, i.partner_id, i.revoked_at, k.ends_at,"
                + " k.last_used_at from integrator_key k join integrator i on i.id ="
                + " k.integrator_id where k.client_id = :client")
        .with("client", clientId)
        .first(Row.class)
        .map(this::of);
  }

  private record Standing(
      long id, String name, String scopes, @Nullable Long partnerId, @Nullable Instant revokedAt) {}

  /** What a system may do that does not call just now: who tells it of changes asks. */
  Optional<Of> standing(long id) {
    return Sql.of(
            database,
            "select id, name, scopes, partner_id, revoked_at from integrator where id = :id")
        .with("id", id)
        .first(Standing.class)
        .map(
            row ->
                row.revokedAt() == null
                    ? known(row.id(), row.name(), Scope.read(row.scopes()), row.partnerId())
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
    return known(row.id(), row.name(), scopes, row.partnerId());
  }

  private Of known(long id, String name, Set<Scope> scopes, @Nullable Long partnerId) {
    List<Place> places =
        Sql.of(
                database,
                "select site_id, department from integrator_place where integrator_id = :id")
            .with("id", id)
            .list(Place.class);
    Set<Long> sites = new HashSet<>();
    Set<String> departments = new HashSet<>();
    places.forEach(
        place -> {
          if (place.siteId() != null) {
            sites.add(place.siteId());
          } else if (place.department() != null) {
            departments.add(place.department());
          }
        });
    if (!departments.isEmpty()) {
      // Read now: a new house of a department is theirs from its first day on.
      sites.addAll(
          Sql.of(database, "select id from site where department in (:departments)")
              .with("departments", departments)
              .list(Long.class));
    }
    Set<String> role = Set.of(Role.INTEGRATOR);
    if (partnerId != null) {
      PartnerReach reach = new PartnerReach(partnerId, places.isEmpty() ? null : Set.copyOf(sites));
      // Of a department it has what is its partner's there, not the department.
      return new Of(
          id,
          name,
          scopes,
          new AgentScopes.Of(AgentScopes.Standing.active, role, Map.of(), reach),
          Set.of());
    }
    Map<Long, Set<String>> houses =
        sites.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), site -> role));
    return new Of(
        id,
        name,
        scopes,
        new AgentScopes.Of(AgentScopes.Standing.active, role, houses, null),
        Set.copyOf(departments));
  }
}
