package fr.porteouverte.live;

import fr.porteouverte.queue.QueueChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wakes whoever follows a house once a change is committed: on PostgreSQL by NOTIFY, which reaches
 * every process, this one too; on H2, which has one process, directly.
 */
@ApplicationScoped
class Wakes {
  static final String CHANNEL = "porte_ouverte_queue";

  private final boolean postgresql;
  private final EntityManager database;
  private final Hub hub;

  Wakes(
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
      EntityManager database,
      Hub hub) {
    this.postgresql = "postgresql".equals(kind);
    this.database = database;
    this.hub = hub;
  }

  /** Sent by the database with the commit, or not at all. */
  void notify(@Observes QueueChanged change) {
    if (postgresql) {
      database
          .createNativeQuery("select pg_notify(:channel, :site)")
          .setParameter("channel", CHANNEL)
          .setParameter("site", Long.toString(change.siteId()))
          .getResultList();
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueueChanged change) {
    if (!postgresql) {
      hub.wake(change.siteId());
    }
  }
}
