package fr.porteouverte.commune;

import fr.porteouverte.database.Snapshot;
import fr.porteouverte.database.SnapshotAges;
import fr.porteouverte.database.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * All places in memory, read again after a change of the register: what somebody types is looked up
 * at each key, in many spellings. To read them takes seconds, so people find by the old ones
 * meanwhile. Nothing that matters is decided by it.
 */
@ApplicationScoped
public class Gazetteers {
  private static final Logger LOG = Logger.getLogger(Gazetteers.class);

  private final Snapshot<Gazetteer> kept;

  Gazetteers(
      CommuneRegister communes,
      FormerCommunes formers,
      KnownAddresses addresses,
      Transactions transactions,
      Clock clock,
      PlaceSettings settings,
      SnapshotAges ages) {
    this.kept =
        new Snapshot<>(
            clock,
            settings.keptFor(),
            () ->
                transactions.call(
                    () ->
                        GazetteerMaker.gazetteer(
                            communes.all().values(), formers.all(), addresses.all())),
            settings.atOnce() ? null : Infrastructure.getDefaultWorkerPool());
    ages.tell("places", kept::age);
  }

  /** Before anybody is let in, and behind what imports at a start: nobody shall wait for it. */
  void start(@Observes @Priority(10_000) StartupEvent start) {
    try {
      kept.get();
    } catch (RuntimeException unread) {
      LOG.warnf("Places were not read at the start: %s", unread.getClass().getName());
    }
  }

  /** What somebody means who types this; never more places than the limit. */
  public Understood find(String typed, int limit) {
    return kept.get().find(typed, limit);
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommunesChanged event) {
    forget();
  }

  /** Something changed that it was made of. */
  public void forget() {
    kept.forget();
  }
}
