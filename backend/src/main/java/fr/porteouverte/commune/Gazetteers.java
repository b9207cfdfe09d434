package fr.porteouverte.commune;

import fr.porteouverte.database.Snapshot;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;

/**
 * All places in memory, read again after a change of the register: what somebody types is looked up
 * at each key, in many spellings. Nothing that matters is decided by it.
 */
@ApplicationScoped
public class Gazetteers {
  private final Snapshot<Gazetteer> kept;

  Gazetteers(
      CommuneRegister communes,
      FormerCommunes formers,
      KnownAddresses addresses,
      Transactions transactions,
      Clock clock,
      PlaceSettings settings) {
    this.kept =
        new Snapshot<>(
            clock,
            settings.keptFor(),
            () ->
                transactions.call(
                    () ->
                        GazetteerMaker.gazetteer(
                            communes.all().values(), formers.all(), addresses.all())));
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
