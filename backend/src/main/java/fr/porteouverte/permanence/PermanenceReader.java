package fr.porteouverte.permanence;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a form into the parts of a permanence, or refuses it naming every wrong field. */
@ApplicationScoped
public class PermanenceReader {
  private static final int MOST_PROCEDURES = 100;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final int YEARS_AHEAD = 5;

  @Inject Sites sites;
  @Inject Partners partners;
  @Inject Procedures procedures;
  @Inject Clock clock;

  /** What a valid form says. */
  public record Entry(
      Site site,
      @Nullable Partner partner,
      List<Procedure> procedures,
      Schedule schedule,
      Terms terms,
      Particulars particulars,
      List<CalendarException> exceptions) {

    /** Makes a permanence say the same. */
    public void writeTo(Permanence permanence) {
      permanence.schedule(schedule);
      permanence.offer(terms);
      permanence.describe(particulars);
      permanence.procedures(procedures);
      permanence.exceptions(exceptions);
    }

    /** Neither its house nor its partner can change. */
    public void requireSame(Permanence permanence) {
      FieldReader fields = new FieldReader();
      if (permanence.site().id() != site.id()) {
        fields.wrong("siteId", "La maison ne change pas.", "The house cannot change.");
      }
      if (permanence.partner() != partner) {
        fields.wrong("partnerId", "Le partenaire ne change pas.", "The partner cannot change.");
      }
      fields.check();
    }
  }

  /**
   * @throws fr.porteouverte.problem.InvalidRequest naming every wrong field
   */
  public Entry read(PermanenceForm form) {
    FieldReader fields = new FieldReader();
    Site site = sites.read(fields, "siteId", form.siteId());
    Partner partner =
        form.partnerId() == null ? null : partners.read(fields, "partnerId", form.partnerId());
    List<Procedure> served = procedures(fields, form, partner);
    LocalTime from = fields.required("from", fields.time("from", form.from()));
    LocalTime to = fields.required("to", fields.time("to", form.to()));
    if (from != null && to != null && !from.isBefore(to)) {
      fields.wrong("to", "La fin suit le début.", "The end comes after the beginning.");
    }
    RecurrenceRule.complaint("rrule", form.rrule()).ifPresent(fields::wrong);
    LocalDate first = date(fields, "firstDate", fields.required("firstDate", form.firstDate()));
    LocalDate until = date(fields, "untilDate", form.untilDate());
    if (first != null && until != null && until.isBefore(first)) {
      fields.wrong("untilDate", "La fin suit le début.", "The end comes after the beginning.");
    }
    fields.required("mode", form.mode());
    int slotMinutes =
        fields.number("slotMinutes", form.slotMinutes(), Terms.SHORTEST_SLOT, Terms.LONGEST_SLOT);
    if (from != null
        && to != null
        && from.isBefore(to)
        && form.mode() != null
        && form.mode().takesAppointments()
        && Duration.between(from, to).toMinutes() < slotMinutes) {
      fields.wrong(
          "slotMinutes",
          "Un créneau ne peut durer plus que la séance.",
          "A slot cannot be longer than the session.");
    }
    int capacity = fields.number("capacity", form.capacity(), 1, Terms.MOST_CAPACITY);
    int notice = fields.number("noticeMinutes", form.noticeMinutes(), 0, Terms.THIRTY_DAYS);
    int horizon = fields.number("horizonDays", form.horizonDays(), 1, Terms.WINDOW_DAYS);
    int deadline =
        fields.number("changeDeadlineMinutes", form.changeDeadlineMinutes(), 0, Terms.THIRTY_DAYS);
    int walkIn = kept(fields, "keptWalkIn", form.keptWalkIn(), capacity);
    int phone = kept(fields, "keptPhone", form.keptPhone(), capacity - walkIn);
    Integer numbers =
        form.numbersPerDay() == null
            ? null
            : fields.number("numbersPerDay", form.numbersPerDay(), 1, Terms.MOST_NUMBERS);
    Particulars particulars = ParticularsReader.read(fields, form);
    List<CalendarException> exceptions = ExceptionReader.read(fields, form.exceptions());
    fields.check();
    return new Entry(
        fields.checked(site),
        partner,
        served,
        new Schedule(
            RecurrenceRule.parse(form.rrule()),
            fields.checked(first),
            until,
            fields.checked(from),
            fields.checked(to),
            Boolean.TRUE.equals(form.openOnHolidays())),
        new Terms(
            form.mode(), slotMinutes, capacity, notice, horizon, deadline, phone, walkIn, numbers),
        particulars,
        exceptions);
  }

  private static int kept(FieldReader fields, String name, @Nullable Integer value, int most) {
    return value == null ? 0 : fields.number(name, value, 0, most);
  }

  private List<Procedure> procedures(
      FieldReader fields, PermanenceForm form, @Nullable Partner partner) {
    List<Procedure> found = new ArrayList<>();
    List<String> ids = form.procedures() == null ? List.of() : form.procedures();
    if (ids.isEmpty() || ids.size() > MOST_PROCEDURES) {
      fields.wrong(
          "procedures",
          "De 1 à " + MOST_PROCEDURES + " démarches.",
          "Between 1 and " + MOST_PROCEDURES + " procedures.");
      return found;
    }
    for (int i = 0; i < ids.size(); i++) {
      String name = "procedures[" + i + "]";
      Procedure procedure = procedures.read(fields, name, ids.get(i), partner);
      if (procedure != null) {
        found.add(procedure);
      }
    }
    return found;
  }

  private @Nullable LocalDate date(FieldReader fields, String name, @Nullable String value) {
    LocalDate date = value == null || value.isBlank() ? null : fields.date(name, value);
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
    if (date != null && (date.isBefore(EARLIEST) || date.isAfter(latest))) {
      fields.wrong(
          name,
          "Une date entre " + EARLIEST + " et " + latest + " est attendue.",
          "A date between " + EARLIEST + " and " + latest + " is expected.");
    }
    return date;
  }
}
