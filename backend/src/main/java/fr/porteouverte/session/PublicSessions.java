package fr.porteouverte.session;

import fr.porteouverte.session.SessionFacts.Facts;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who will be where, as anybody may know it. */
@ApplicationScoped
public class PublicSessions {
  @Inject ShownSessions shown;
  @Inject SessionFacts facts;
  @Inject Clock clock;

  /** A session with the house where it is. */
  public record There(Site site, SessionView session) {}

  /** Those of a house that begin in a time, by start. */
  List<SessionView> between(Site site, Instant from, Instant before) {
    return views(shown.between(site.id(), from, before));
  }

  /** Those of a house that are not over, by start. */
  List<SessionView> next(Site site, int limit) {
    return views(shown.notOverAt(site.id(), clock.instant(), limit));
  }

  /**
   * Those in a commune that are not over, by start: of its houses, and of who stops there.
   *
   * @param stops only of who stops there
   */
  public List<There> nextIn(String insee, boolean stops, int limit) {
    List<Session> some = shown.notOverIn(insee, stops, clock.instant(), limit);
    List<SessionView> views = views(some);
    return IntStream.range(0, some.size())
        .mapToObj(i -> new There(some.get(i).permanence().site(), views.get(i)))
        .toList();
  }

  private List<SessionView> views(List<Session> some) {
    Map<Long, Facts> known = facts.of(some, clock.instant());
    return some.stream()
        .map(
            s ->
                SessionView.of(
                    s, s.permanence().site().zone(), known.getOrDefault(s.id(), Facts.NONE)))
        .toList();
  }
}
