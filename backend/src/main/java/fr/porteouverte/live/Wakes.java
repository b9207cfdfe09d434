package fr.porteouverte.live;

import fr.porteouverte.database.Engine;
import fr.porteouverte.queue.QueueChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * Wakes whoever follows a house once a change is committed: on PostgreSQL by NOTIFY, which reaches
 * every process, this one too; on H2, which has one process, directly.
 */
@ApplicationScoped
class Wakes {
  static final String CHANNEL = "porte_ouverte_queue";

  @Inject Engine engine;
  @Inject EntityManager database;
  @Inject Hub hub;

  /** Sent by the database with the commit, or not at all. */
  void notify(@Observes QueueChanged change) {
    if (engine.isPostgresql()) {
      database
          .createNativeQuery("select pg_notify(:channel, :site)")
          .setParameter("channel", CHANNEL)
          .setParameter("site", Long.toString(change.siteId()))
          .getResultList();
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueueChanged change) {
    if (!engine.isPostgresql()) {
      hub.wake(change.siteId());
    }
  }
}
