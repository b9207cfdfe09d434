package fr.porteouverte.opendata;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.opendata.OpeningSyntax.Closed;
import fr.porteouverte.site.Accessibility;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.ExceptionalRange;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.site.Sites;
import fr.porteouverte.time.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The houses that the public sees, as the national standard of digital mediation says them. */
@ApplicationScoped
class MediationPlaces {
  /** What the standard takes; a short number is none. */
  private static final Pattern TELEPHONE =
      Pattern.compile("\\+(33|590|594|262|596|269|687|689|508|681)\\d{6,9}");

  private static final Pattern INSEE = Pattern.compile("([013-9]\\d|2[AB1-9])\\d{3}");
  private static final int LONGEST_SUMMARY = 280;

  @Inject Sites sites;
  @Inject Closures closures;
  @Inject EntityManager database;
  @Inject AppAddress app;
  @Inject Clock clock;

  private record Changed(long rowId, Instant lastAt) {}

  /**
   * In the caller's transaction, by code.
   *
   * @param all also those without the SIRET or RNA that the standard demands
   */
  List<MediationPlace> list(boolean all) {
    Map<Long, Instant> changed =
        Sql.of(
                database,
                "select row_id, max(at) as last_at from register_change where kind = 'sites'"
                    + " group by row_id")
            .list(Changed.class)
            .stream()
            .collect(Collectors.toMap(Changed::rowId, Changed::lastAt));
    Map<Long, List<Closed>> closed = closed();
    return sites.shown().stream()
        .filter(site -> all || site.presentation().pivot() != null)
        .map(
            site ->
                place(
                    site,
                    closed.getOrDefault(site.id(), List.of()),
                    changed.getOrDefault(site.id(), clock.instant())))
        .toList();
  }

  private Map<Long, List<Closed>> closed() {
    return closures
        .notOver(clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDateTime())
        .stream()
        .collect(
            Collectors.groupingBy(
                closure -> closure.site().id(),
                Collectors.mapping(
                    closure -> new Closed(closure.from(), closure.to()), Collectors.toList())));
  }

  private MediationPlace place(Site site, List<Closed> closed, Instant changed) {
    String comment = site.comment();
    boolean brief = comment != null && comment.length() <= LONGEST_SUMMARY;
    boolean listed = site.officialId() != null;
    String street = site.address().street();
    return new MediationPlace(
        site.code(),
        site.presentation().pivot(),
        site.name(),
        site.address().commune(),
        site.address().postcode(),
        INSEE.matcher(site.address().insee()).matches() ? site.address().insee() : null,
        street.isBlank() ? site.address().commune() : street,
        site.address().complement(),
        site.latitude(),
        site.longitude(),
        listed ? "RFS" : null,
        telephone(site),
        site.email(),
        site.presentation().website(),
        hours(site, closed),
        brief ? comment : null,
        brief ? null : comment,
        "Porte ouverte",
        travels(site.kind()) ? "Itinérant" : "Fixe",
        null,
        changed.atZone(site.zone()).toLocalDate().toString(),
        "Aide aux démarches administratives",
        null,
        care(site.presentation().facilities()),
        "Gratuit",
        listed ? "France Services" : null,
        null,
        null,
        ways(site),
        "Accompagnement individuel",
        null,
        site.takesAppointments() ? app.of("/maisons/" + site.id()) : null);
  }

  private static boolean travels(SiteKind kind) {
    return kind == SiteKind.bus || kind == SiteKind.itinerant;
  }

  private static @Nullable String telephone(Site site) {
    String phone = site.phone();
    return phone != null && TELEPHONE.matcher(phone).matches() ? phone : null;
  }

  private static @Nullable String care(List<Accessibility> facilities) {
    List<String> care = new ArrayList<>();
    if (facilities.contains(Accessibility.signLanguage)) {
      care.add("Surdité");
    }
    if (facilities.contains(Accessibility.stepFree)) {
      care.add("Handicaps moteurs");
    }
    return care.isEmpty() ? null : String.join("|", care);
  }

  private static @Nullable String ways(Site site) {
    List<String> ways = new ArrayList<>();
    if (site.openingHours().stream().anyMatch(range -> range.mode().takesWalkIns())) {
      ways.add("Se présenter");
    }
    if (site.phone() != null) {
      ways.add("Téléphoner");
    }
    if (site.email() != null) {
      ways.add("Contacter par mail");
    }
    if (site.takesAppointments()) {
      ways.add("Prendre un RDV en ligne");
    }
    return ways.isEmpty() ? null : String.join("|", ways);
  }

  private @Nullable String hours(Site site, List<Closed> closed) {
    Set<LocalDate> days =
        site.exceptionalHours().stream().map(ExceptionalRange::day).collect(Collectors.toSet());
    Map<LocalDate, List<OpeningRange>> exceptional =
        days.stream().collect(Collectors.toMap(day -> day, site::hoursOn));
    return OpeningSyntax.of(
        site.openingHours(),
        exceptional,
        closed,
        day -> Holidays.isHoliday(site.holidayZone(), day),
        LocalDate.ofInstant(clock.instant(), site.zone()));
  }
}
