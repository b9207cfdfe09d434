package fr.porteouverte.database;

import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A lock on something that has no row of its own, held until the transaction ends. On PostgreSQL an
 * advisory lock, which goes together with the next statement; H2 has none, so there it is a row.
 * The subject is kept as a keyed hash: it tells nothing about anybody.
 */
@ApplicationScoped
public class NamedLocks {
  @Inject EntityManager database;
  @Inject ServerKey key;
  @Inject Engine engine;

  public void take(String kind, String subject) {
    if (engine.isPostgresql()) {
      // Two names with one number only wait for each other.
      long number = ByteBuffer.wrap(key.mac("lock", kind + ":" + subject)).getLong();
      Sql.of(database, "select pg_advisory_xact_lock(:number)").with("number", number).later();
      return;
    }
    String name = kind + ":" + HexFormat.of().formatHex(key.mac("lock", subject));
    int inserted =
        Sql.of(database, "insert into named_lock (name) values (:name) on conflict do nothing")
            .with("name", name)
            .run();
    if (inserted == 1) {
      // Whoever wants it too waits at its own insert until this transaction ends.
      return;
    }
    boolean there =
        Sql.of(database, "select name from named_lock where name = :name for update")
            .with("name", name)
            .first(String.class)
            .isPresent();
    if (!there) {
      throw new TryAgain("the lock's row was swept meanwhile");
    }
  }

  /** The rows mean nothing between transactions; whoever waits for one makes it again. */
  public int sweep() {
    return Sql.of(database, "delete from named_lock").run();
  }
}
