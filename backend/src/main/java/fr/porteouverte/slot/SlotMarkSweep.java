package fr.porteouverte.slot;

import fr.porteouverte.database.Engine;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/**
 * Marks of slots go once every process has heard of them ({@link SlotNews}): those of transactions
 * that were all over at the sweep before, which is minutes ago. Who has not asked since knows
 * nothing and begins anew.
 */
@ApplicationScoped
public class SlotMarkSweep {
  @Inject EntityManager database;
  @Inject Engine engine;

  private volatile @Nullable String over;

  /** In a transaction of its own. */
  public void run() {
    if (!engine.isPostgresql()) {
      return;
    }
    if (over != null) {
      Sql.of(database, "delete from slot_mark where xact < cast(cast(:over as text) as xid8)")
          .with("over", over)
          .run();
    }
    over =
        Sql.of(database, "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
            .one(String.class);
  }
}
