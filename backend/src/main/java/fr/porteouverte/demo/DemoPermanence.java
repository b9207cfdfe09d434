package fr.porteouverte.demo;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.permanence.StopForm;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Channel;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurring presence of the story.
 *
 * @param partner code of who holds it; null: the house's own clerks
 * @param days of every week, {@code "TU,FR"}; null when {@code rrule} says more
 * @param slot length in minutes
 * @param capacity people served at once; null: one
 * @param stop where a bus stops; null: at its house's address
 */
record DemoPermanence(
    @Nullable String partner,
    @Nullable String days,
    String rrule,
    String from,
    String to,
    OpeningMode mode,
    int slot,
    @Nullable Integer capacity,
    @Nullable StopForm stop) {
  private static final int HORIZON_DAYS = 91;
  private static final int HOUSE_NOTICE_MINUTES = 60;
  private static final int PARTNER_NOTICE_MINUTES = 720;
  private static final int CHANGE_UNTIL_MINUTES = 120;

  /**
   * @param today local date of the house, its first day
   * @param all every procedure there is
   */
  Permanence at(Site site, @Nullable Partner holder, LocalDate today, Collection<Procedure> all) {
    Permanence permanence = new Permanence(site, holder);
    permanence.schedule(
        new Schedule(
            RecurrenceRule.parse(rrule == null ? "FREQ=WEEKLY;BYDAY=" + days : rrule),
            today,
            null,
            LocalTime.parse(from),
            LocalTime.parse(to),
            false));
    permanence.offer(
        new Terms(
            mode,
            slot,
            capacity == null ? 1 : capacity,
            holder == null ? HOUSE_NOTICE_MINUTES : PARTNER_NOTICE_MINUTES,
            HORIZON_DAYS,
            CHANGE_UNTIL_MINUTES));
    permanence.procedures(holder == null ? atTheCounter(all) : of(holder, all));
    permanence.markAsDemo();
    return permanence;
  }

  /** What a house's clerks can do themselves. */
  static List<Procedure> atTheCounter(Collection<Procedure> all) {
    return all.stream().filter(procedure -> procedure.channel() != Channel.permanence).toList();
  }

  private static List<Procedure> of(Partner holder, Collection<Procedure> all) {
    return all.stream()
        .filter(procedure -> procedure.partner().id() == holder.id())
        .filter(procedure -> procedure.channel() != Channel.counter)
        .toList();
  }
}
