package fr.porteouverte.booking.proof;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** A solved challenge serves once, for all processes: its signature is a row. */
@ApplicationScoped
class UsedProofs {
  @Inject EntityManager database;

  /**
   * In the transaction of what is taken for it: what is not had leaves it unused.
   *
   * @return false: it was used before
   */
  boolean use(Challenges.Solved proof) {
    return Sql.of(
                database,
                "insert into used_proof (signature, expires_at) values (:signature, :expires) on"
                    + " conflict do nothing")
            .with("signature", proof.signature())
            .with("expires", proof.expires())
            .run()
        == 1;
  }

  int forget(Instant now) {
    return Sql.of(database, "delete from used_proof where expires_at <= :now")
        .with("now", now)
        .run();
  }
}
