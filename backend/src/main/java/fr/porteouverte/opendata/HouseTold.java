package fr.porteouverte.opendata;

import fr.porteouverte.procedure.DocumentNeed;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureHere;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of a house, and of a procedure there. */
@ApplicationScoped
class HouseTold {
  /** As much as a search engine shows. */
  private static final int FEW = 4;

  @Inject Sites sites;
  @Inject Closures closures;
  @Inject Procedures procedures;
  @Inject SchemaOrg schema;
  @Inject Clock clock;

  /** In the caller's transaction. Empty: the public knows no such house. */
  Optional<PageTold> house(long id) {
    return shown(id).map(this::told);
  }

  /** Empty also where it cannot be booked. */
  Optional<PageTold> procedure(long siteId, long procedureId) {
    return shown(siteId)
        .filter(Site::takesAppointments)
        .flatMap(
            site ->
                served(site).stream()
                    .filter(one -> one.id() == procedureId)
                    .findFirst()
                    .map(one -> told(site, one)));
  }

  private Optional<Site> shown(long id) {
    return sites.findByIdOptional(id).filter(Site::shown);
  }

  private List<Procedure> served(Site site) {
    return procedures.servedAt(site.id()).stream()
        .filter(one -> !one.archived() && !one.reception())
        .toList();
  }

  private PageTold told(Site site) {
    List<Procedure> served = served(site);
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), site.zone());
    Markup text = head(site, site.name());
    if (!site.openingHours().isEmpty()) {
      text.heading(2, "Horaires").list(week(site.openingHours()));
    }
    if (!served.isEmpty()) {
      text.heading(2, "Démarches");
      if (site.takesAppointments()) {
        Map<String, String> links = new LinkedHashMap<>();
        served.forEach(one -> links.put(path(site, one), one.title().fr()));
        text.links(links);
      } else {
        text.list(served.stream().map(one -> one.title().fr()).toList());
      }
    }
    String names =
        served.stream().limit(FEW).map(one -> one.title().fr()).collect(Collectors.joining(", "));
    return new PageTold(
        "/maisons/" + site.id(),
        at(site.name(), site) + " : adresse, horaires, démarches",
        address(site)
            + ". "
            + (names.isEmpty() ? "" : names + ". ")
            + (site.takesAppointments() ? "Avec ou sans rendez-vous, gratuit." : "Gratuit."),
        SchemaOrg.page(schema.office(site, closures.notOver(site.id(), now), now.toLocalDate())),
        text.toString());
  }

  private PageTold told(Site site, Procedure one) {
    String title = one.title().fr();
    Markup text = head(site, title + " – " + at(site.name(), site));
    if (!one.synonyms().isEmpty()) {
      text.line("On dit aussi : " + String.join(", ", one.synonyms()) + ".");
    }
    ProcedureHere here = one.at(site.id());
    String note = here.note();
    List<DocumentNeed> papers = here.documents();
    if (!papers.isEmpty() || note != null) {
      text.heading(2, "Les papiers à apporter");
    }
    if (!papers.isEmpty()) {
      text.list(papers.stream().map(need -> need.document().label().fr()).toList());
    }
    if (note != null) {
      text.line(note);
    }
    text.link("/maisons/" + site.id(), site.name());
    Map<String, Object> service =
        SchemaOrg.thing(
            "GovernmentService",
            "name",
            title,
            "provider",
            schema.house(site),
            "potentialAction",
            schema.reserve(path(site, one)));
    return new PageTold(
        path(site, one),
        title + " – " + at(site.name(), site),
        title
            + " à "
            + site.address().commune()
            + " : prenez rendez-vous, gratuit et sans compte. "
            + address(site)
            + ".",
        SchemaOrg.page(service),
        text.toString());
  }

  static String path(Site site, Procedure one) {
    return "/creneau?site=" + site.id() + "&demarche=" + one.id();
  }

  private static Markup head(Site site, String title) {
    Markup text = new Markup().heading(1, title).line(address(site));
    String phone = site.phone();
    if (phone != null) {
      text.link("tel:" + phone, "Appeler : " + phone);
    }
    return text;
  }

  /** A name that says where it is says it once. */
  private static String at(String name, Site site) {
    String commune = site.address().commune();
    return name.contains(commune) ? name : name + " (" + commune + ")";
  }

  private static String address(Site site) {
    return site.address().street()
        + ", "
        + site.address().postcode()
        + " "
        + site.address().commune();
  }

  private static List<String> week(List<OpeningRange> ranges) {
    Map<String, String> days = new LinkedHashMap<>();
    ranges.forEach(
        range ->
            days.merge(
                range.weekday().getDisplayName(TextStyle.FULL, Locale.FRENCH),
                hours(range),
                (one, other) -> one + ", " + other));
    return days.entrySet().stream().map(day -> day.getKey() + " : " + day.getValue()).toList();
  }

  private static String hours(OpeningRange range) {
    return said(range.from())
        + " – "
        + said(range.to())
        + (range.mode() == OpeningMode.appointment ? " (sur rendez-vous)" : "");
  }

  private static String said(LocalTime time) {
    return time.getHour()
        + " h"
        + (time.getMinute() == 0 ? "" : String.format(Locale.ROOT, " %02d", time.getMinute()));
  }
}
