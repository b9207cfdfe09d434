package fr.porteouverte.integrator;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** All other systems. */
@ApplicationScoped
class Integrators implements PanacheRepository<Integrator> {

  /** Those that were revoked last. */
  List<Integrator> byName() {
    return list("order by case when revokedAt is null then 0 else 1 end, lower(name), id");
  }

  /** Keys that are good for nothing any more and that Keycloak still has. */
  List<IntegratorKey> keysToRemove(Instant now) {
    return getEntityManager()
        .createQuery(
            "from IntegratorKey k where k.keycloakId is not null and k.endsAt <= :now order by"
                + " k.id",
            IntegratorKey.class)
        .setParameter("now", now)
        .getResultList();
  }

  boolean knows(String clientId) {
    return getEntityManager()
            .createQuery(
                "select count(*) from IntegratorKey k where k.clientId = :client", Long.class)
            .setParameter("client", clientId)
            .getSingleResult()
        > 0;
  }

  IntegratorKey key(long id) {
    return getEntityManager().find(IntegratorKey.class, id);
  }
}
