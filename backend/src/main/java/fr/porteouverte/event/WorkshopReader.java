package fr.porteouverte.event;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.permanence.Particulars;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Reads a workshop's form, or refuses it naming every wrong field. */
@ApplicationScoped
class WorkshopReader {

  @Inject Sites sites;
  @Inject Partners partners;
  @Inject Procedures procedures;
  @Inject Clock clock;

  /**
   * What a valid form says.
   *
   * @param minutes elapsed time from beginning to end, a DST change counted
   * @param procedure null: to be made
   */
  record Entry(
      Site site,
      Text title,
      LocalDate date,
      LocalTime from,
      LocalTime to,
      int minutes,
      int capacity,
      @Nullable Procedure procedure,
      @Nullable Partner partner,
      @Nullable String room,
      OpeningMode mode) {}

  Entry read(Event event, WorkshopForm form) {
    FieldReader fields = new FieldReader();
    Site named = sites.read(fields, "siteId", form.siteId());
    Text title = EventText.title(fields, "title", form.title(), Particulars.LONGEST_TITLE);
    fields.required("date", form.date());
    LocalDate day = fields.date("date", form.date());
    LocalTime begin = fields.required("from", fields.time("from", form.from()));
    LocalTime end = fields.required("to", fields.time("to", form.to()));
    int capacity = fields.number("capacity", form.capacity(), 1, Terms.MOST_CAPACITY);
    String room = room(fields, form.room());
    Partner partner =
        form.partnerId() == null ? null : partners.read(fields, "partnerId", form.partnerId());
    Procedure procedure =
        form.procedureId() == null
            ? null
            : procedures.read(fields, "procedureId", form.procedureId(), partner);
    Site site = fields.checked(named);
    LocalDate date = fields.checked(day);
    LocalTime from = fields.checked(begin);
    LocalTime to = fields.checked(end);
    int minutes = minutes(fields, site, date, from, to);
    checkDay(fields, event, site, date, from);
    if (procedure != null && procedure.at(site.id()).duration().toMinutes() > minutes) {
      fields.wrong(
          "procedureId",
          "Cette démarche dure plus longtemps que l’atelier.",
          "This procedure takes longer than the workshop.");
    }
    fields.check();
    OpeningMode mode = form.mode() == null ? OpeningMode.appointment : form.mode();
    return new Entry(
        site, title, date, from, to, minutes, capacity, procedure, partner, room, mode);
  }

  private static @Nullable String room(FieldReader fields, @Nullable String typed) {
    String room = typed == null || typed.isBlank() ? null : typed.strip();
    if (room != null && room.length() > Particulars.LONGEST_ROOM) {
      fields.wrong(
          "room",
          "Au plus " + Particulars.LONGEST_ROOM + " caractères lisibles.",
          "At most " + Particulars.LONGEST_ROOM + " readable characters.");
    }
    return room;
  }

  private static int minutes(
      FieldReader fields, Site site, LocalDate date, LocalTime from, LocalTime to) {
    long minutes =
        Duration.between(date.atTime(from).atZone(site.zone()), date.atTime(to).atZone(site.zone()))
            .toMinutes();
    if (!from.isBefore(to) || minutes < Terms.SHORTEST_SLOT || minutes > Terms.LONGEST_SLOT) {
      fields.wrong(
          "to",
          "La fin suit le début, de 5 minutes à 8 heures.",
          "The end comes 5 minutes to 8 hours after the beginning.");
    }
    return (int) minutes;
  }

  private void checkDay(
      FieldReader fields, Event event, Site site, LocalDate date, LocalTime from) {
    LocalDate today = LocalDate.now(clock.withZone(site.zone()));
    if (!event.covers(date)) {
      fields.wrong(
          "date",
          "L’événement va du " + event.firstDate() + " au " + event.lastDate() + ".",
          "The event is from " + event.firstDate() + " to " + event.lastDate() + ".");
    } else if (date.isAfter(today.plusDays(Terms.WINDOW_DAYS))) {
      fields.wrong(
          "date",
          "Au plus " + Terms.WINDOW_DAYS + " jours à l’avance.",
          "At most " + Terms.WINDOW_DAYS + " days ahead.");
    } else if (!date.atTime(from).atZone(site.zone()).toInstant().isAfter(clock.instant())) {
      fields.wrong(
          date.isBefore(today) ? "date" : "from", "C’est déjà passé.", "This is in the past.");
    }
  }
}
