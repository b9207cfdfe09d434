package fr.porteouverte.site;

import fr.porteouverte.time.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one answer to whether a house is open at an instant: its hours, without the public holidays
 * of its territory, on some dates others, with what was entered beside them, and never in a
 * closure.
 */
@ApplicationScoped
public class OpenHours {
  @Inject Closures closures;

  /**
   * What is open beside the hours.
   *
   * @param sessions in which its own clerks see whoever comes, by the clock on its wall
   * @param staffed somebody opened a counter today: all there is to go by where no hours are
   *     published
   */
  public record Beside(Collection<OpeningTimes.Span> sessions, boolean staffed) {}

  public Opening at(Site site, Instant now, Beside beside) {
    LocalDateTime local = now.atZone(site.zone()).toLocalDateTime();
    List<OpeningTimes.Span> closed =
        closures.notOver(site.id(), local).stream()
            .map(closure -> new OpeningTimes.Span(closure.from(), closure.to()))
            .toList();
    List<OpeningRange> hours = site.openingHours();
    OpeningTimes open = times(site, local, mode -> true, closed, beside);
    OpeningTimes walkIns = times(site, local, OpeningMode::takesWalkIns, closed, beside);
    boolean closure = closed.stream().anyMatch(span -> span.has(local));
    if (hours.isEmpty() && beside.staffed() && !closure) {
      return unpublished(site, local, closed);
    }
    return new Opening(
        open.openAt(local),
        walkIns.openAt(local),
        closure,
        instant(site, open.closesAfter(local)),
        instant(site, open.opensAfter(local)),
        instant(site, walkIns.closesAfter(local)),
        instant(site, walkIns.opensAfter(local)));
  }

  private static OpeningTimes times(
      Site site,
      LocalDateTime local,
      Predicate<OpeningMode> counts,
      List<OpeningTimes.Span> closed,
      Beside beside) {
    Set<LocalDate> exceptional =
        site.exceptionalHours().stream().map(ExceptionalRange::day).collect(Collectors.toSet());
    List<OpeningTimes.Span> more = new ArrayList<>(beside.sessions());
    site.exceptionalHours().stream()
        .filter(range -> counts.test(range.mode()))
        .filter(range -> !range.day().isBefore(local.toLocalDate()))
        .map(
            range ->
                new OpeningTimes.Span(
                    range.day().atTime(range.from()), range.day().atTime(range.to())))
        .forEach(more::add);
    return new OpeningTimes(
        local.toLocalDate(),
        site.openingHours().stream().filter(range -> counts.test(range.mode())).toList(),
        day -> exceptional.contains(day) || Holidays.isHoliday(site.holidayZone(), day),
        closed,
        more);
  }

  /** Open because somebody is there, until a closure begins; else nobody knows until when. */
  private static Opening unpublished(
      Site site, LocalDateTime local, List<OpeningTimes.Span> closed) {
    Optional<Instant> closes =
        instants(site, closed.stream().map(OpeningTimes.Span::from))
            .filter(from -> from.isAfter(local.atZone(site.zone()).toInstant()))
            .min(Instant::compareTo);
    return new Opening(true, true, false, closes.orElse(null), null, closes.orElse(null), null);
  }

  private static Stream<Instant> instants(Site site, Stream<LocalDateTime> times) {
    return times.map(time -> time.atZone(site.zone()).toInstant());
  }

  private static @Nullable Instant instant(Site site, Optional<LocalDateTime> time) {
    return instants(site, time.stream()).findFirst().orElse(null);
  }
}
