package fr.porteouverte.attendance.report;

import fr.porteouverte.attendance.report.SessionReportView.Counts;
import fr.porteouverte.attendance.report.SessionReportView.OfPartner;
import fr.porteouverte.attendance.report.SessionReportView.Visits;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Adds up what became of a house's sessions. In the caller's transaction. */
@ApplicationScoped
class SessionReport {
  @Inject Sessions sessions;
  @Inject VisitFigures figures;
  @Inject Partners partners;

  /**
   * @param to the day after the last one
   */
  SessionReportView of(Site site, LocalDate from, LocalDate to, Instant now) {
    ZoneId zone = site.zone();
    Instant start = from.atStartOfDay(zone).toInstant();
    Instant end = to.atStartOfDay(zone).toInstant();
    Map<Long, Map<SessionFate, Integer>> fates = new HashMap<>();
    Map<SessionFate, Integer> all = new EnumMap<>(SessionFate.class);
    for (Session session : sessions.promised(site.id(), start, end)) {
      Partner partner = session.permanence().partner();
      SessionFate fate = SessionFate.of(session, now);
      fates
          .computeIfAbsent(
              partner == null ? VisitFigures.HOUSE : Long.valueOf(partner.id()),
              one -> new EnumMap<>(SessionFate.class))
          .merge(fate, 1, Integer::sum);
      all.merge(fate, 1, Integer::sum);
    }
    Map<Long, Visits> visits =
        figures.of(site.id(), start, end.isBefore(now) ? end : now, from, to);
    Set<Long> ids = new TreeSet<>(fates.keySet());
    ids.addAll(visits.keySet());
    List<OfPartner> each =
        ids.stream()
            .map(
                id ->
                    new OfPartner(
                        PartnerRef.ofHost(
                            id.equals(VisitFigures.HOUSE) ? null : partners.findById(id)),
                        Counts.of(fates.getOrDefault(id, Map.of())),
                        visits.getOrDefault(id, Visits.NONE)))
            .sorted(
                Comparator.comparing(one -> one.partner() == null ? "" : one.partner().name().fr()))
            .toList();
    return new SessionReportView(
        from, to, Counts.of(all), visits.values().stream().reduce(Visits.NONE, Visits::and), each);
  }
}
