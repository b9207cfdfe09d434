package fr.porteouverte.support;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.CalendarException;
import fr.porteouverte.permanence.Particulars;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.slot.Materialiser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** Builds one permanence for a test, with its sessions and slots. */
public class PermanenceFixture {
  private final EntityManager database;
  private final Materialiser materialiser;
  private final Site site;
  private final Partner partner;
  private final Procedure[] procedures;

  private String rrule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
  private LocalDate first = LocalDate.of(2026, 1, 1);
  private LocalDate until;
  private LocalTime from = LocalTime.of(9, 0);
  private LocalTime to = LocalTime.of(12, 0);
  private boolean openOnHolidays;
  private OpeningMode mode = OpeningMode.appointment;
  private int slotMinutes = 30;
  private int capacity = 1;
  private int noticeMinutes;
  private int horizonDays = Terms.WINDOW_DAYS;
  private int changeDeadlineMinutes = 60;
  private int keptPhone;
  private int keptWalkIn;
  private Integer numbersPerDay;
  private Particulars particulars = Particulars.NONE;
  private List<CalendarException> exceptions = List.of();

  PermanenceFixture(
      EntityManager database,
      Materialiser materialiser,
      Site site,
      Partner partner,
      Procedure... procedures) {
    this.database = database;
    this.materialiser = materialiser;
    this.site = site;
    this.partner = partner;
    this.procedures = procedures;
  }

  public PermanenceFixture rrule(String rule) {
    this.rrule = rule;
    return this;
  }

  public PermanenceFixture days(LocalDate firstDay, LocalDate lastDay) {
    this.first = firstDay;
    this.until = lastDay;
    return this;
  }

  /** Local times, {@code "09:00"} to {@code "12:00"}. */
  public PermanenceFixture times(String start, String end) {
    this.from = LocalTime.parse(start);
    this.to = LocalTime.parse(end);
    return this;
  }

  public PermanenceFixture openOnHolidays() {
    this.openOnHolidays = true;
    return this;
  }

  public PermanenceFixture mode(OpeningMode value) {
    this.mode = value;
    return this;
  }

  public PermanenceFixture slotMinutes(int value) {
    this.slotMinutes = value;
    return this;
  }

  public PermanenceFixture capacity(int value) {
    this.capacity = value;
    return this;
  }

  /** Places that only staff book, and places that nobody books. */
  public PermanenceFixture keeping(int phone, int walkIn) {
    this.keptPhone = phone;
    this.keptWalkIn = walkIn;
    return this;
  }

  public PermanenceFixture numbersPerDay(int value) {
    this.numbersPerDay = value;
    return this;
  }

  public PermanenceFixture room(String name) {
    this.particulars = new Particulars(null, name, particulars.confirmHours());
    return this;
  }

  public PermanenceFixture noticeMinutes(int value) {
    this.noticeMinutes = value;
    return this;
  }

  public PermanenceFixture horizonDays(int value) {
    this.horizonDays = value;
    return this;
  }

  public PermanenceFixture changeDeadlineMinutes(int value) {
    this.changeDeadlineMinutes = value;
    return this;
  }

  public PermanenceFixture exceptions(CalendarException... days) {
    this.exceptions = List.of(days);
    return this;
  }

  /** Saves it and makes its rows, by the test's clock. */
  public Permanence materialised() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Permanence permanence = saved();
              materialiser.again(permanence.id());
              return permanence;
            });
  }

  /** Saves it without rows, in the caller's transaction or its own. */
  public Permanence saved() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              Permanence permanence =
                  new Permanence(
                      database.getReference(Site.class, site.id()),
                      partner == null ? null : database.getReference(Partner.class, partner.id()));
              permanence.schedule(
                  new Schedule(
                      RecurrenceRule.parse(rrule), first, until, from, to, openOnHolidays));
              permanence.offer(
                  new Terms(
                      mode,
                      slotMinutes,
                      capacity,
                      noticeMinutes,
                      horizonDays,
                      changeDeadlineMinutes,
                      keptPhone,
                      keptWalkIn,
                      numbersPerDay));
              permanence.describe(particulars);
              permanence.procedures(
                  Arrays.stream(procedures)
                      .map(p -> database.getReference(Procedure.class, p.id()))
                      .toList());
              permanence.exceptions(exceptions);
              database.persist(permanence);
              return permanence;
            });
  }
}
