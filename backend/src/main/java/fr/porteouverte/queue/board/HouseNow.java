package fr.porteouverte.queue.board;

import fr.porteouverte.queue.BoardView.Notice;
import fr.porteouverte.queue.admission.NumbersReader;
import fr.porteouverte.queue.admission.NumbersView;
import fr.porteouverte.queue.admission.Openings;
import fr.porteouverte.site.Opening;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a house says about itself at an instant, and until when that is true by itself. */
@ApplicationScoped
class HouseNow {
  @Inject Openings openings;
  @Inject NumbersReader numbers;

  /** With whether it gives numbers. */
  Said said(Site site, Instant now) {
    Opening opening = openings.at(site, now);
    NumbersReader.Today today = numbers.at(site, opening, now);
    return new Said(site.zone(), now, opening, today.numbers(), today.turnsAt().stream().toList());
  }

  /** With what is announced in the house. */
  Said said(Site site, Instant now, Collection<Notice> notices) {
    List<Instant> ends = notices.stream().map(notice -> notice.end().toInstant()).toList();
    return new Said(site.zone(), now, openings.at(site, now), List.of(), ends);
  }

  /**
   * @param turns when something else that was said changes
   */
  record Said(
      ZoneId zone,
      Instant now,
      Opening opening,
      List<NumbersView> numbers,
      Collection<Instant> turns) {

    boolean open() {
      return opening.open();
    }

    @Nullable OffsetDateTime closesAt() {
      return local(opening.closesAt());
    }

    @Nullable OffsetDateTime opensAt() {
      return local(opening.opensAt());
    }

    /** Midnight at the latest: a queue is one of a day. */
    OffsetDateTime validUntil() {
      List<Instant> all = new ArrayList<>(turns);
      opening.turnsAt().ifPresent(all::add);
      all.add(now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
      Instant first = all.stream().min(Instant::compareTo).orElseThrow();
      return first.atZone(zone).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime local(@Nullable Instant instant) {
      return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
  }
}
