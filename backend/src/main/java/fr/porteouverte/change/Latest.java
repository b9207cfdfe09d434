package fr.porteouverte.change;

import fr.porteouverte.change.ChangeFeed.Fresh;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where each booking and each visit stands in the order of all changes: at its last one. */
@ApplicationScoped
class Latest {
  @Inject EntityManager database;

  /** Joins the transaction that numbers, which comes alone: nobody else writes these rows. */
  void note(Fresh change, long seq) {
    String kind = change.type().substring(0, change.type().indexOf('.'));
    if (!kind.equals("booking") && !kind.equals("visit")) {
      return;
    }
    boolean known =
        written(
            "update change_latest set seq = :seq, at = :at, site_id = :site, partner_id ="
                + " cast(:partner as bigint) where kind = :kind and subject = :subject",
            kind,
            change,
            seq);
    if (!known) {
      written(
          "insert into change_latest (kind, subject, seq, at, site_id, partner_id) values (:kind,"
              + " :subject, :seq, :at, :site, cast(:partner as bigint))",
          kind,
          change,
          seq);
    }
  }

  private boolean written(String statement, String kind, Fresh change, long seq) {
    return Sql.of(database, statement)
            .with("kind", kind)
            .with("subject", change.subject())
            .with("seq", seq)
            .with("at", change.at())
            .with("site", change.siteId())
            .with("partner", change.partnerId())
            .run()
        == 1;
  }

  /**
   * What somebody asks for.
   *
   * @param after where the page before ended
   * @param since only what changed from then on; null: all
   */
  record Asked(long after, long last, @Nullable Instant since, ChangeFeed.Filter where, int most) {

    /**
     * What follows "select …, from change_latest l join … b". By the place of the last change an
     * index finds them; the row itself says whether it is still there.
     */
    String condition() {
      String condition = " where l.kind = :kind and l.seq > :after and l.seq <= :last";
      condition += since == null ? "" : " and l.at >= :since";
      condition +=
          where.sites() == null ? "" : " and l.site_id in (:sites) and b.site_id in (:sites)";
      condition +=
          where.partners() == null
              ? ""
              : " and l.partner_id in (:partners) and b.partner_id in (:partners)";
      return condition + " order by l.seq";
    }

    Sql fill(Sql read, String kind) {
      read.with("kind", kind).with("after", after).with("last", last).limit(most + 1);
      if (since != null) {
        read.with("since", since);
      }
      if (where.sites() != null) {
        read.with("sites", where.sites());
      }
      if (where.partners() != null) {
        read.with("partners", where.partners());
      }
      return read;
    }

    boolean nowhere() {
      return where.sites() != null && where.sites().isEmpty();
    }
  }
}
