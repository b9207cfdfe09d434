package fr.porteouverte.change;

import fr.porteouverte.access.PartnerReach;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes in one order for all readers. A row gets its number after its commit, under a lock:
 * whoever has read up to a number has seen all that ever comes before it, however many write
 * meanwhile. What is committed later has a larger one.
 */
@ApplicationScoped
public class ChangeFeed {
  /** What is numbered at once: the lock is held for so long. */
  static final int AT_ONCE = 1_000;

  private static final String CLOSURES = ChangeType.SITE_CLOSURES_CHANGED.code();

  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject Latest latest;

  /**
   * Of whom and of what.
   *
   * @param sites ids; null: all houses
   * @param partners ids; null: of all partners
   */
  public record Filter(
      Collection<ChangeType> types,
      @Nullable Collection<Long> sites,
      @Nullable Set<Long> partners) {

    /**
     * What somebody hears of the houses that they asked for.
     *
     * @param asked null: all that are theirs
     * @param own where they are staff
     * @param reach of a system that is bound to partners; null: it is not
     */
    public static Filter within(
        Collection<ChangeType> types,
        @Nullable Set<Long> asked,
        Set<Long> own,
        @Nullable PartnerReach reach) {
      Set<Long> sites = reach == null ? own : reach.sites();
      Set<Long> of = reach == null ? null : reach.partners();
      if (asked == null || sites == null) {
        return new Filter(types, asked == null ? sites : asked, of);
      }
      Set<Long> both = new HashSet<>(asked);
      both.retainAll(sites);
      return new Filter(types, both, of);
    }
  }

  /**
   * The numbers of those that happened within a time: none before the first, none after the last.
   */
  public record Stretch(long first, long last) {}

  /**
   * How far the numbers go.
   *
   * @param more there may be changes that have none yet
   */
  public record Numbered(long last, boolean more) {}

  /**
   * Gives their numbers to what was committed. Within the caller's transaction, which has to be
   * short.
   *
   * @return the last number that there is, and whether some have none yet
   */
  public Numbered number() {
    long last =
        Sql.of(database, "select seq from change_last where only_one = true for update")
            .one(Long.class);
    List<Fresh> fresh =
        Sql.of(
                database,
                "select id, type, subject, site_id, partner_id, at from change_entry where seq is"
                    + " null order by id")
            .limit(AT_ONCE)
            .list(Fresh.class);
    for (Fresh one : fresh) {
      last++;
      Sql.of(database, "update change_entry set seq = :seq where id = :id")
          .with("seq", last)
          .with("id", one.id())
          .run();
      latest.note(one, last);
    }
    if (!fresh.isEmpty()) {
      Sql.of(database, "update change_last set seq = :seq where only_one = true")
          .with("seq", last)
          .run();
    }
    return new Numbered(last, fresh.size() == AT_ONCE);
  }

  /** One that has no number yet. */
  record Fresh(
      long id, String type, String subject, long siteId, @Nullable Long partnerId, Instant at) {}

  /** Until all have one, in transactions of its own. */
  public long numberAll() {
    Numbered numbered;
    do {
      numbered = transactions.call(this::number);
    } while (numbered.more());
    return numbered.last();
  }

  /** The last number that was given. */
  public long last() {
    return Sql.of(database, "select seq from change_last where only_one = true").one(Long.class);
  }

  /** The number before the oldest that is still kept; nobody can follow from an older one. */
  public long before() {
    return Sql.of(
            database,
            "select coalesce(min(c.seq) - 1, (select l.seq from change_last l)) from change_entry c"
                + " where c.seq is not null")
        .one(Long.class);
  }

  /** Empty: nothing that is still kept happened then. */
  public Optional<Stretch> within(Instant from, Instant to) {
    return Sql.of(
            database,
            "select coalesce(min(seq), 0) as first, coalesce(max(seq), 0) as last from change_entry"
                + " where seq is not null and at >= :from and at < :to")
        .with("from", from)
        .with("to", to)
        .first(Stretch.class)
        .filter(stretch -> stretch.first() > 0);
  }

  /** Those after a number, up to another one, in order. */
  public List<ChangeView> between(long after, long last, Filter wanted, int most) {
    if (wanted.types().isEmpty() || (wanted.sites() != null && wanted.sites().isEmpty())) {
      return List.of();
    }
    StringBuilder where = new StringBuilder(" where seq > :after and seq <= :last");
    where.append(" and type in (:types)");
    // Of one that moved also where it was.
    where.append(" and (").append(there("site_id", "partner_id", wanted));
    where.append(" or previous_site_id is not null and ");
    where.append(there("previous_site_id", "previous_partner_id", wanted)).append(")");
    Sql read =
        Sql.of(
                database,
                "select seq, type, at, site_id, partner_id, subject, version, start_at,"
                    + " previous_start_at, done_by, cause, number from change_entry"
                    + where
                    + " order by seq")
            .with("after", after)
            .with("last", last)
            .with("types", wanted.types().stream().map(ChangeType::code).toList())
            .limit(most);
    if (wanted.sites() != null) {
      read.with("sites", wanted.sites());
    }
    if (wanted.partners() != null) {
      read.with("partners", wanted.partners());
    }
    return read.list(ChangeView.Row.class).stream().map(ChangeView::of).toList();
  }

  /** That a house closes is its partners' business too. */
  private static String there(String site, String partner, Filter wanted) {
    String where = wanted.sites() == null ? "1 = 1" : site + " in (:sites)";
    if (wanted.partners() != null) {
      where += " and (" + partner + " in (:partners) or type = '" + CLOSURES + "')";
    }
    return "(" + where + ")";
  }

  /** In the order of the numbers: what is left has no gap, and {@link #before} is true. */
  int forget(Instant before) {
    return Sql.of(
            database,
            "delete from change_entry where seq < coalesce((select min(c.seq) from change_entry c"
                + " where c.seq is not null and c.at >= :before), (select l.seq + 1 from"
                + " change_last l))")
        .with("before", before)
        .run();
  }
}
