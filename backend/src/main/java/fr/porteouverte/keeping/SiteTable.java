package fr.porteouverte.keeping;

import fr.porteouverte.http.Page;
import fr.porteouverte.register.RegisterPage;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the network's table of houses. What is counted of a house (its hours, agents, sessions)
 * is counted for the whole network only where it decides which houses the page has, else for the
 * page: for 2,845 houses that is most of the time an answer takes.
 */
@ApplicationScoped
class SiteTable {
  private static final Map<String, Comparator<Line>> ORDERS =
      Map.of(
          "name", Comparator.comparing(Line::name),
          "commune", Comparator.comparing(Line::commune),
          "department", Comparator.comparing(line -> line.house().department()),
          "hours", Comparator.comparingInt(Line::minutes),
          "agents", Comparator.comparingInt(Line::agents));

  private static final Set<String> COUNTED = Set.of("hours", "-hours", "agents", "-agents");

  /**
   * What somebody asks for.
   *
   * @param words null: any
   * @param department null: any
   * @param live null: both
   * @param check null: all
   */
  record Asked(
      @Nullable String words,
      @Nullable String department,
      @Nullable Boolean live,
      @Nullable SiteCheck check,
      boolean archived,
      String sort) {

    boolean needsCounts() {
      return check != null || COUNTED.contains(sort);
    }

    boolean has(SiteLabel house) {
      return (department == null || house.department().equals(department))
          && (live == null || house.live() == live)
          && (words == null || mentions(house, words));
    }

    private static boolean mentions(SiteLabel house, String words) {
      String named = house.name() + " " + house.commune() + " " + house.postcode();
      return RegisterPage.mentions(
          new Text(named, ""), house.code() == null ? "" : house.code(), words);
    }
  }

  /**
   * A house with the words by which it is sorted, without accents: made once for each, not for each
   * comparison.
   */
  private record Line(SiteLabel house, String name, String commune, int minutes, int agents) {
    static Line of(SiteLabel house, int minutes, int agents) {
      return new Line(house, Text.fold(house.name()), Text.fold(house.commune()), minutes, agents);
    }
  }

  @Inject SiteFactsReader facts;

  Page<SiteFacts> page(Asked asked, int limit, @Nullable String cursor) {
    if (!asked.needsCounts()) {
      Stream<Line> lines =
          facts.labels(asked.archived()).stream()
              .filter(asked::has)
              .map(house -> Line.of(house, 0, 0));
      Page<Line> page = RegisterPage.of(lines, ORDERS, asked.sort(), limit, cursor);
      return shown(page, byId(facts.of(ids(page))));
    }
    List<SiteFacts> found =
        facts.all().stream()
            .filter(house -> house.archived() == asked.archived())
            .filter(house -> asked.check() == null || asked.check().finds(house))
            .toList();
    Stream<Line> lines =
        found.stream()
            .map(house -> Line.of(SiteLabel.of(house), house.minutes(), house.agents()))
            .filter(line -> asked.has(line.house()));
    return shown(RegisterPage.of(lines, ORDERS, asked.sort(), limit, cursor), byId(found));
  }

  private static Page<SiteFacts> shown(Page<Line> page, Map<Long, SiteFacts> known) {
    return new Page<>(
        ids(page).stream().flatMap(id -> Stream.ofNullable(known.get(id))).toList(),
        page.nextCursor());
  }

  private static Map<Long, SiteFacts> byId(List<SiteFacts> houses) {
    return houses.stream().collect(Collectors.toMap(SiteFacts::id, Function.identity()));
  }

  private static List<Long> ids(Page<Line> page) {
    return page.items().stream().map(line -> line.house().id()).toList();
  }
}
