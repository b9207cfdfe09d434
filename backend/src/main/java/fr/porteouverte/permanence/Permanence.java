package fr.porteouverte.permanence;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Holidays;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A recurring presence at a house (RFC 5545 RRULE over the house's local days). */
@Entity
public class Permanence {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "site_id", nullable = false)
  private Site site;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Host host;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private @Nullable Partner partner;

  @Column(nullable = false)
  private String rrule;

  @Column(name = "first_date", nullable = false)
  private LocalDate firstDate;

  @Column(name = "until_date")
  private @Nullable LocalDate untilDate;

  @Column(name = "from_time", nullable = false)
  private LocalTime from;

  @Column(name = "to_time", nullable = false)
  private LocalTime to;

  @Embedded private Terms terms;

  @Column(name = "open_on_holidays", nullable = false)
  private boolean openOnHolidays;

  @Embedded private Particulars particulars = Particulars.NONE;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "follows_id")
  private @Nullable Permanence follows;

  @Column(nullable = false)
  private String origin = "house";

  // Decided once, when a workshop is entered.
  @Column(name = "event_id", updatable = false)
  private @Nullable Long eventId;

  // Where a bus stops: given on to a later part; else written by Stops alone, past Hibernate.
  @Column(name = "stop_insee", updatable = false)
  private @Nullable String stopInsee;

  @Column(name = "stop_commune", updatable = false)
  private @Nullable String stopCommune;

  @Column(name = "stop_place", updatable = false)
  private @Nullable String stopPlace;

  // Written by materialisation alone, past Hibernate.
  @Column(name = "materialised_until", updatable = false)
  private @Nullable LocalDate materialisedUntil;

  @ManyToMany
  @JoinTable(
      name = "permanence_procedure",
      joinColumns = @JoinColumn(name = "permanence_id"),
      inverseJoinColumns = @JoinColumn(name = "procedure_id"))
  @BatchSize(size = 100)
  private Set<Procedure> procedures = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "permanence_exception", joinColumns = @JoinColumn(name = "permanence_id"))
  @BatchSize(size = 100)
  private Set<CalendarException> exceptions = new HashSet<>();

  @Version private int version;

  protected Permanence() {}

  /**
   * @param partner null: the house's own clerks hold it
   */
  public Permanence(Site site, @Nullable Partner partner) {
    this.site = site;
    this.partner = partner;
    this.host = partner == null ? Host.house : Host.partner;
  }

  /** When it is there; slots follow only by materialisation. */
  public void schedule(Schedule schedule) {
    this.rrule = schedule.rule().text();
    this.firstDate = schedule.first();
    this.untilDate = schedule.until();
    this.from = schedule.from();
    this.to = schedule.to();
    this.openOnHolidays = schedule.openOnHolidays();
  }

  /** How it is booked. */
  public void offer(Terms how) {
    this.terms = how;
  }

  /** What people call it, and where in the house it is. */
  public void describe(Particulars what) {
    this.particulars = what;
  }

  /** The later part of a series that was cut in two, or a day that was taken out of it. */
  public void follow(Permanence before) {
    this.follows = before;
    this.eventId = before.eventId;
    this.origin = before.origin;
    this.stopInsee = before.stopInsee;
    this.stopCommune = before.stopCommune;
    this.stopPlace = before.stopPlace;
  }

  /** What people can come for; a visiting partner serves only its own procedures. */
  public void procedures(Collection<Procedure> served) {
    procedures.retainAll(served);
    procedures.addAll(served);
  }

  /** The days on which it leaves its rule: at most one of each kind a day. */
  public void exceptions(Collection<CalendarException> days) {
    exceptions.retainAll(days);
    exceptions.addAll(days);
  }

  /** Everything that a manager enters, as another says it. */
  public void become(Permanence other) {
    schedule(other.schedule());
    offer(other.terms());
    describe(other.particulars());
    procedures(other.procedures);
    exceptions(other.exceptions);
  }

  /** It was made by the demo's generator, not by a house; an import may remove it. */
  public void markAsDemo() {
    this.origin = "demo";
  }

  /** It is a workshop of an event; to be said before it is saved. */
  public void belongTo(long event) {
    this.eventId = event;
  }

  /** As if entered anew: the schedule with its parsed rule. */
  public Schedule schedule() {
    return new Schedule(
        RecurrenceRule.parse(rrule), firstDate, untilDate, from, to, openOnHolidays);
  }

  /**
   * The calendar of this permanence.
   *
   * @param closures of its site
   */
  public PermanenceCalendar calendar(Collection<ClosedTime> closures) {
    String holidayZone = site.holidayZone();
    return new PermanenceCalendar(
        schedule(),
        exceptions(),
        closures,
        day -> Holidays.isHoliday(holidayZone, day),
        site.zone());
  }

  public long id() {
    return id;
  }

  /** Rows exist for the local days before this one; null: for none. */
  public @Nullable LocalDate materialisedUntil() {
    return materialisedUntil;
  }

  public int version() {
    return version;
  }

  public Site site() {
    return site;
  }

  public Host host() {
    return host;
  }

  public @Nullable Partner partner() {
    return partner;
  }

  public String rrule() {
    return rrule;
  }

  public LocalDate firstDate() {
    return firstDate;
  }

  public @Nullable LocalDate untilDate() {
    return untilDate;
  }

  public LocalTime from() {
    return from;
  }

  public LocalTime to() {
    return to;
  }

  public OpeningMode mode() {
    return terms.mode();
  }

  public int slotMinutes() {
    return terms.slotMinutes();
  }

  /** The longest appointment that one of its sessions has room for, in whole slots. */
  public int longestMinutes() {
    int minutes = Math.toIntExact(Duration.between(from, to).toMinutes());
    return minutes / slotMinutes() * slotMinutes();
  }

  public int capacity() {
    return terms.capacity();
  }

  /** Minimum time between booking and start. */
  public Duration notice() {
    return Duration.ofMinutes(terms.noticeMinutes());
  }

  public int horizonDays() {
    return terms.horizonDays();
  }

  /** Until how long before the start a visitor may move or cancel. */
  public Duration changeDeadline() {
    return Duration.ofMinutes(terms.changeDeadlineMinutes());
  }

  /** So many hours before a session its partner should have confirmed it. */
  public int confirmHours() {
    return particulars.confirmHours();
  }

  public boolean openOnHolidays() {
    return openOnHolidays;
  }

  /** Places of each slot that only staff may book. */
  public int keptPhone() {
    return terms.keptPhone();
  }

  /** Places of each slot that nobody may book. */
  public int keptWalkIn() {
    return terms.keptWalkIn();
  }

  /** How many who walk in get a number a day; null: all. */
  public @Nullable Integer numbersPerDay() {
    return terms.numbersPerDay();
  }

  public Terms terms() {
    return terms;
  }

  public Particulars particulars() {
    return particulars;
  }

  /**
   * @return null: it goes by its partner's name
   */
  public @Nullable Text title() {
    return particulars.title();
  }

  /** The place in the house; null: any. */
  public @Nullable String room() {
    return particulars.room();
  }

  /** Where a bus stops; null: at its house's own address. */
  public @Nullable StopView stop() {
    return stopInsee == null || stopCommune == null
        ? null
        : new StopView(stopInsee, stopCommune, stopPlace);
  }

  /** The event of which it is a workshop; null: of none. */
  public @Nullable Long eventId() {
    return eventId;
  }

  /** The series of which it is the later part; null: it stands by itself. */
  public @Nullable Long followsId() {
    return follows == null ? null : follows.id();
  }

  /** Whether it is this one, or was cut off from it, now or earlier. */
  public boolean isOrFollows(long permanenceId) {
    return id() == permanenceId || (follows != null && follows.isOrFollows(permanenceId));
  }

  /** Its id, and those of the series from which it was cut off. */
  public Set<Long> lineage() {
    Set<Long> ids = new HashSet<>(follows == null ? Set.of() : follows.lineage());
    ids.add(id());
    return ids;
  }

  public Set<Procedure> procedures() {
    return Set.copyOf(procedures);
  }

  public Set<CalendarException> exceptions() {
    return Set.copyOf(exceptions);
  }

  public boolean serves(Procedure procedure) {
    return procedures.contains(procedure);
  }
}
