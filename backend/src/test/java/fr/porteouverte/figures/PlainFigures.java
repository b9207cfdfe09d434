package fr.porteouverte.figures;

import fr.porteouverte.figures.RandomDays.Booking;
import fr.porteouverte.figures.RandomDays.Mark;
import fr.porteouverte.figures.RandomDays.Session;
import fr.porteouverte.figures.RandomDays.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The figures a second time: in plain Java, row by row, knowing nothing of the SQL. */
final class PlainFigures {
  private final RandomDays days;
  private final Instant now;
  private final Map<String, Long> all = new TreeMap<>();

  private PlainFigures(RandomDays days, Instant now) {
    this.days = days;
    this.now = now;
  }

  /**
   * @return numbers by house, day, partner, figure and detail
   */
  static Map<String, Long> of(RandomDays days, Instant now) {
    PlainFigures figures = new PlainFigures(days, now);
    days.tickets.forEach(figures::ticket);
    days.bookings.forEach(figures::booking);
    days.cancellations.forEach(figures::cancellation);
    days.marks.stream().filter(m -> m.counted() != null).forEach(figures::counted);
    days.sessions.forEach(figures::session);
    figures.lost();
    figures.all.values().removeIf(number -> number == 0);
    return figures.all;
  }

  static String key(long site, LocalDate date, long partner, String figure, String detail) {
    return site + " " + date + " " + partner + " " + figure + " " + detail;
  }

  private void add(
      long site, LocalDate date, long partner, String figure, Object detail, long number) {
    all.merge(key(site, date, partner, figure, detail.toString()), number, Long::sum);
  }

  private void ticket(Ticket ticket) {
    long site = ticket.house().id();
    long partner = ticket.host() == null ? 0 : ticket.host().partner();
    boolean takenBack =
        ticket.calls().stream().anyMatch(c -> !c.kind().equals("called") && c.undone());
    if (!takenBack) {
      LocalTime time = ticket.arrived().atZone(ticket.house().zone()).toLocalTime();
      add(
          site,
          ticket.date(),
          partner,
          "load",
          ticket.date().getDayOfWeek().getValue() + "-" + time.toSecondOfDay() / 1_800,
          1);
      if (!ticket.state().equals("done")) {
        add(
            site,
            ticket.date(),
            partner,
            "gone",
            ticket.state().equals("left") ? "left" : "missed",
            1);
      }
    }
    if (!ticket.state().equals("done")) {
      return;
    }
    visit(
        site,
        ticket.date(),
        partner,
        ticket.procedureId(),
        ticket.origin(),
        standing(
            m ->
                ticket.bookingId() != null
                    ? ticket.bookingId().equals(m.bookingId())
                    : Long.valueOf(ticket.id()).equals(m.ticketId())));
    Instant called =
        ticket.calls().stream()
            .filter(c -> c.kind().equals("called") && !c.undone())
            .map(RandomDays.Call::at)
            .min(Comparator.naturalOrder())
            .orElse(ticket.called() != null ? ticket.called() : ticket.started());
    if (called != null) {
      add(
          site,
          ticket.date(),
          partner,
          "wait",
          Math.min(240, Duration.between(ticket.arrived(), called).toMinutes()),
          1);
    }
  }

  private void visit(
      long site,
      LocalDate date,
      long partner,
      @Nullable Long asked,
      String origin,
      Optional<Mark> mark) {
    boolean call =
        origin.equals("counted") && mark.map(Mark::channel).orElse("").equals("telephone");
    Long procedure = mark.map(Mark::procedureId).orElse(asked);
    Long subject = mark.map(Mark::subject).orElse(null);
    if (subject == null) {
      subject = procedure == null ? Long.valueOf(0) : days.partnerOf(procedure);
    }
    if (call) {
      add(site, date, partner, "call", subject, 1);
      return;
    }
    add(site, date, partner, "origin", origin, 1);
    if (procedure != null) {
      add(site, date, partner, "procedure", procedure, 1);
    }
    add(site, date, partner, "subject", subject, 1);
    add(site, date, partner, "channel", mark.map(Mark::channel).orElse("counter"), 1);
    if (mark.isEmpty()) {
      return;
    }
    Mark said = mark.get();
    add(site, date, partner, "noted", said.papersMissing() ? "missing" : "complete", 1);
    if (said.result() != null) {
      add(site, date, partner, "result", said.result(), 1);
    }
    if (said.papersMissing() && procedure != null) {
      add(site, date, partner, "papers", procedure, 1);
    }
    said.documents().forEach(one -> add(site, date, partner, "document", one, 1));
    if (said.age() != null) {
      add(site, date, partner, "age", said.age(), 1);
    }
    if (said.insee() != null) {
      add(site, date, partner, "commune", said.insee(), 1);
    }
    if (said.aidantsConnect()) {
      add(site, date, partner, "help", "aidantsConnect", 1);
    }
  }

  private Optional<Mark> standing(Predicate<Mark> of) {
    return days.marks.stream()
        .filter(m -> of.test(m) && !m.undone())
        .max(Comparator.comparing(Mark::version));
  }

  /** Once for each visit: at the version that stands. */
  private void counted(Mark mark) {
    if (standing(mark::ofSameVisit).filter(mark::equals).isPresent()) {
      visit(mark.house().id(), mark.date(), host(mark), null, "counted", Optional.of(mark));
    }
  }

  private static long host(Mark mark) {
    return mark.host() == null ? 0 : mark.host().partner();
  }

  private void booking(Booking booking) {
    long site = booking.session().host().house().id();
    LocalDate date = booking.start().atZone(booking.session().host().house().zone()).toLocalDate();
    if (booking.state().equals("cancelled")) {
      return;
    }
    boolean seen =
        days.tickets.stream()
            .anyMatch(
                t ->
                    t.bookingId() != null
                        && t.bookingId() == booking.id()
                        && t.state().equals("done"));
    Optional<Mark> mark = standing(m -> Long.valueOf(booking.id()).equals(m.bookingId()));
    String fate = mark.map(Mark::outcome).orElse(seen ? "attended" : "unmarked");
    if (mark.isPresent() && fate.equals("attended") && !seen) {
      visit(site, mark.get().date(), host(mark.get()), booking.procedureId(), "appointment", mark);
    }
    add(site, date, booking.partner(), "fate", fate, 1);
    long hours = Duration.between(booking.created(), booking.start()).toMinutes();
    String lead =
        hours < 24 * 60
            ? "day"
            : hours < 72 * 60
                ? "days3"
                : hours < 168 * 60 ? "week" : hours < 336 * 60 ? "weeks2" : "more";
    add(site, date, booking.partner(), "lead", lead + ":" + fate, 1);
    add(
        site,
        date,
        booking.partner(),
        "reminder",
        (booking.reminded() ? "reminded:" : "not:") + fate,
        1);
    String booker =
        switch (booking.actor()) {
          case "visitor" -> "online";
          case RandomDays.SOPHIE -> "partner";
          case RandomDays.ROBOT -> "api";
          default -> booking.onTelephone() ? "telephone" : "counter";
        };
    add(site, date, booking.partner(), "booker", booker, 1);
  }

  private void cancellation(RandomDays.Cancellation one) {
    RandomDays.Host host = one.slot().session().host();
    // Of a slot that is gone nobody knows whose it was.
    long partner =
        days.slots.contains(one.slot())
            ? host.partner()
            : days.bookings.stream()
                .filter(booking -> booking.id() == one.bookingId())
                .findFirst()
                .orElseThrow()
                .partner();
    add(
        host.house().id(),
        one.start().atZone(host.house().zone()).toLocalDate(),
        partner,
        "cancelled",
        one.byVisitor() ? "visitor" : "house",
        1);
  }

  private String fate(Session session) {
    boolean partner = session.host().partnerId() != null;
    if ("absent".equals(session.partnerAttendance())) {
      return "absent";
    }
    if (session.withdrawn() || session.state().equals("cancelled")) {
      return "cancelled";
    }
    if (session.state().equals("held")) {
      return session.stoppedAt() == null ? "held" : "stopped";
    }
    if (partner
        && session.state().equals("planned")
        && !session.start().minus(Duration.ofHours(session.host().confirmHours())).isAfter(now)) {
      return "unconfirmed";
    }
    if (session.end().isAfter(now)) {
      return "upcoming";
    }
    return partner ? "notRecorded" : "held";
  }

  private boolean counts(Session session) {
    return !session.withdrawn()
        || days.bookings.stream()
            .noneMatch(b -> b.session().id() == session.id() && !b.state().equals("cancelled"));
  }

  private void session(Session session) {
    if (!counts(session)) {
      return;
    }
    long site = session.host().house().id();
    long partner = session.host().partner();
    String fate = fate(session);
    add(site, session.date(), partner, "session", fate, 1);
    if (fate.equals("cancelled")) {
      Instant at = session.cancelledAt();
      long hours = at == null ? 0 : Duration.between(at, session.start()).toHours();
      add(
          site,
          session.date(),
          partner,
          "notice",
          at == null ? "unknown" : hours < 24 ? "day" : hours < 168 ? "week" : "more",
          1);
    }
    if (Set.of("held", "stopped", "notRecorded").contains(fate)) {
      days.slots.stream()
          .filter(slot -> slot.session().id() == session.id())
          .forEach(
              slot -> {
                add(site, session.date(), partner, "places", "offered", slot.capacity());
                add(site, session.date(), partner, "places", "taken", slot.taken());
              });
    }
  }

  private void lost() {
    Set<String> seen = new HashSet<>();
    for (Session session : days.sessions) {
      if (counts(session)
          && session.host().partnerId() != null
          && Set.of("absent", "cancelled").contains(fate(session))) {
        boolean morning = session.start().atZone(session.host().house().zone()).getHour() < 13;
        String key =
            key(
                session.host().house().id(),
                session.date(),
                session.host().partner(),
                "lost",
                morning ? "am" : "pm");
        if (seen.add(key)) {
          all.put(key, 1L);
        }
      }
    }
  }
}
