package fr.porteouverte.search;

import fr.porteouverte.commune.Point;
import fr.porteouverte.database.Snapshot;
import fr.porteouverte.database.SnapshotAges;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.site.Sites;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the houses are, in memory: the nearest of some thousands is a matter of microseconds here,
 * of milliseconds in SQL. Nothing that matters is decided by it; a position that is seconds old
 * does no harm.
 */
@ApplicationScoped
public class SitePositions {
  private final Snapshot<Map<Long, Point>> positions;

  SitePositions(Sites sites, Clock clock, SearchSettings settings, SnapshotAges ages) {
    this.positions =
        new Snapshot<>(
            clock,
            settings.positionsFor(),
            () ->
                sites.positions().stream()
                    .collect(
                        Collectors.toUnmodifiableMap(
                            Sites.Position::id, p -> new Point(p.latitude(), p.longitude()))));
    ages.tell("positions", positions::age);
  }

  /** Known of from the start, not only once somebody has searched. */
  void start(@Observes StartupEvent start) {}

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegisterChanged event) {
    positions.forget();
  }

  /**
   * Those of the houses that come after a place in the list, nearest first.
   *
   * @param from null: in the order of their ids, without a distance
   * @param among null: all houses
   */
  List<Distant> nearest(
      @Nullable Point from, @Nullable Collection<Long> among, @Nullable Distant after) {
    Map<Long, Point> all = positions.get();
    Function<Long, Integer> metres =
        id ->
            from == null
                ? Integer.valueOf(0)
                : (Integer) from.metresTo(Objects.requireNonNull(all.get(id)));
    return (among == null ? all.keySet() : among)
        .stream()
            .filter(all::containsKey)
            .map(id -> new Distant(id, metres.apply(id)))
            .filter(site -> after == null || Distant.ORDER.compare(site, after) > 0)
            .sorted(Distant.ORDER)
            .toList();
  }

  /**
   * A house in the list.
   *
   * @param metres as the crow flies; 0 when no place was named
   */
  record Distant(long id, int metres) {
    static final Comparator<Distant> ORDER =
        Comparator.comparingInt(Distant::metres).thenComparingLong(Distant::id);

    String position() {
      return metres + ":" + id;
    }
  }
}
