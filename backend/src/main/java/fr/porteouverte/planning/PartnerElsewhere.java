package fr.porteouverte.planning;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.planning.ConflictView.Kind;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The same partner in two houses at once, within a department. A partner that is in several houses
 * at that time anyway has people enough: that is no conflict.
 */
@ApplicationScoped
class PartnerElsewhere {
  @Inject EntityManager database;

  private record There(long permanenceId, long siteId, String site, Instant start, Instant end) {}

  List<Conflict> conflicts(Permanence wished, List<Occurrence> sessions) {
    List<Conflict> found = new ArrayList<>();
    Partner partner = wished.partner();
    if (partner == null || sessions.isEmpty()) {
      return found;
    }
    List<There> all =
        there(
            partner,
            wished.site(),
            sessions.get(0).start(),
            sessions.get(sessions.size() - 1).end());
    for (Occurrence session : sessions) {
      List<There> then =
          all.stream()
              .filter(t -> t.start().isBefore(session.end()) && session.start().isBefore(t.end()))
              .toList();
      if (then.stream().map(There::siteId).distinct().count() == 1) {
        There other = then.get(0);
        found.add(
            Conflict.with(
                Kind.samePartner,
                session,
                other.permanenceId(),
                other.start(),
                other.end(),
                new Text(
                    "Le partenaire est à ce moment dans une autre maison : " + other.site() + ".",
                    "The partner is in another house at that time: " + other.site() + ".")));
      }
    }
    return found;
  }

  private List<There> there(Partner partner, Site site, Instant from, Instant before) {
    return database
        .createQuery(
            "select p.id, w.id, w.name, s.start, s.end from Session s join s.permanence p"
                + " join p.site w where p.partner.id = :partner and w.id <> :site"
                + " and w.department = :department and s.start < :before and s.end > :from"
                + " and s.state <> :cancelled and not s.withdrawn order by s.start, s.id",
            There.class)
        .setParameter("partner", partner.id())
        .setParameter("site", site.id())
        .setParameter("department", site.department())
        .setParameter("before", before)
        .setParameter("from", from)
        .setParameter("cancelled", SessionState.cancelled)
        .getResultList();
  }
}
