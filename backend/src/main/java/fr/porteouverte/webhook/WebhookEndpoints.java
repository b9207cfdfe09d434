package fr.porteouverte.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All addresses that are told of changes. */
@ApplicationScoped
class WebhookEndpoints implements PanacheRepository<WebhookEndpoint> {

  /**
   * @param integrator null: those of all systems
   */
  List<WebhookEndpoint> of(@Nullable Long integrator) {
    return integrator == null
        ? list("order by integratorId, id")
        : list("integratorId = ?1 order by id", integrator);
  }

  /** Read anew under its lock. */
  Optional<WebhookEndpoint> locked(long id) {
    return findByIdOptional(id)
        .map(
            one -> {
              getEntityManager().refresh(one, LockModeType.PESSIMISTIC_WRITE);
              return one;
            });
  }
}
