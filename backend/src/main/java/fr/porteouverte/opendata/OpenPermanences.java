package fr.porteouverte.opendata;

import fr.porteouverte.http.AppAddress;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.CalendarException;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.StopView;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar of all houses that the public sees; workshops stand with their events. */
@ApplicationScoped
class OpenPermanences {
  @Inject Permanences permanences;
  @Inject AppAddress app;
  @Inject Clock clock;

  /** In the caller's transaction, by id. */
  List<OpenPermanence> list() {
    return permanences
        .openToAll(clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDate())
        .stream()
        .map(this::row)
        .toList();
  }

  private OpenPermanence row(Permanence one) {
    Site site = one.site();
    StopView stop = one.stop();
    String partner = one.partner() == null ? null : one.partner().name().fr();
    return new OpenPermanence(
        Ids.of(one.id()),
        site.code(),
        site.name(),
        stop == null ? site.address().commune() : stop.commune(),
        stop == null ? site.address().insee() : stop.insee(),
        stop == null ? null : stop.place(),
        partner,
        title(one, partner),
        one.procedures().stream()
            .sorted(Comparator.comparing(Procedure::id))
            .filter(procedure -> !procedure.reception())
            .map(procedure -> procedure.title().fr())
            .toList(),
        one.rrule(),
        one.firstDate().toString(),
        one.untilDate() == null ? null : one.untilDate().toString(),
        one.from().toString(),
        one.to().toString(),
        site.zone().getId(),
        one.openOnHolidays(),
        days(one, CalendarException.Kind.skipped),
        days(one, CalendarException.Kind.added),
        ways(one.mode()),
        app.of("/maisons/" + site.id()));
  }

  private static String title(Permanence one, @Nullable String partner) {
    if (one.title() != null) {
      return one.title().fr();
    }
    return partner == null ? one.site().name() : partner;
  }

  private static List<String> days(Permanence one, CalendarException.Kind kind) {
    return one.exceptions().stream()
        .filter(day -> day.kind() == kind)
        .sorted(Comparator.comparing(CalendarException::date))
        .map(day -> kind == CalendarException.Kind.skipped ? "" + day.date() : added(one, day))
        .toList();
  }

  private static String added(Permanence one, CalendarException day) {
    LocalTime from = day.from() == null ? one.from() : day.from();
    LocalTime to = day.to() == null ? one.to() : day.to();
    return day.date() + " " + from + "-" + to;
  }

  private static List<String> ways(OpeningMode mode) {
    List<String> ways = new ArrayList<>();
    if (mode.takesAppointments()) {
      ways.add("sur rendez-vous");
    }
    if (mode.takesWalkIns()) {
      ways.add("sans rendez-vous");
    }
    return ways;
  }
}
