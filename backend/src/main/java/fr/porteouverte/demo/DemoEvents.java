package fr.porteouverte.demo;

import fr.porteouverte.event.Event;
import fr.porteouverte.event.EventSessionView;
import fr.porteouverte.event.EventText;
import fr.porteouverte.event.Events;
import fr.porteouverte.event.WorkshopForm;
import fr.porteouverte.event.Workshops;
import fr.porteouverte.http.Ids;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** An open-door week in two houses of the story, always one that is still to come. */
@ApplicationScoped
class DemoEvents {
  private static final String CODE = "semaine-portes-ouvertes";
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final int DAYS_AHEAD = 7;

  @Inject Events events;
  @Inject Workshops workshops;
  @Inject DemoHouses houses;
  @Inject Partners partners;
  @Inject Permanences permanences;
  @Inject Clock clock;

  /** To be asked once houses and partners are all there. */
  void ensure() {
    LocalDate today = LocalDate.now(clock.withZone(ZONE));
    if (events.count("code like ?1 and lastDate >= ?2", CODE + "%", today) > 0) {
      return;
    }
    LocalDate monday =
        today.plusDays(DAYS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    Event week = new Event(CODE + "-" + monday, "marc.normandie");
    week.describe(
        new Text("Semaine portes ouvertes", "Open-door week"),
        new Text(
            "Venez voir ce que la maison peut faire pour vous : deux ateliers gratuits,"
                + " à votre rythme, sans rien connaître à l’ordinateur.",
            "Come and see what the house can do for you: two free workshops, at your own pace,"
                + " no computer skills needed."));
    week.takePlace(monday, monday.plusDays(4));
    week.show(true);
    events.persistAndFlush(week);
    Partner caf = partners.byCode("caf").orElseThrow();
    add(
        week,
        new WorkshopForm(
            Ids.of(houses.inCommune("14460").id()),
            new EventText(
                "L’espace famille de la Caf, pas à pas", "The Caf family account, step by step"),
            monday.plusDays(2).toString(),
            "14:00",
            "16:00",
            12,
            null,
            Ids.of(caf.id()),
            "Salle du conseil",
            null));
    Site sees = houses.inCommune("61464");
    add(
        week,
        new WorkshopForm(
            Ids.of(sees.id()),
            new EventText("Bien débuter avec son téléphone", "First steps with your phone"),
            monday.plusDays(4).toString(),
            "09:30",
            "11:30",
            12,
            null,
            null,
            "Espace numérique",
            null));
  }

  private void add(Event week, WorkshopForm workshop) {
    EventSessionView made = workshops.add(week, workshop);
    permanences.findById(Ids.parse(made.permanenceId())).markAsDemo();
  }
}
