package fr.porteouverte.figures;

import fr.porteouverte.database.Batch;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in houses on some days, drawn by lot and kept twice: as rows of the database, and
 * as these records, from which {@link PlainFigures} counts.
 */
final class RandomDays {
  record House(long id, ZoneId zone) {}

  record Host(long id, House house, @Nullable Long partnerId, int confirmHours) {
    long partner() {
      return partnerId == null ? 0 : partnerId;
    }
  }

  record Call(long seq, String kind, Instant at, boolean undone) {}

  record Ticket(
      long id,
      House house,
      LocalDate date,
      String state,
      String origin,
      long procedureId,
      @Nullable Host host,
      @Nullable Long bookingId,
      Instant arrived,
      @Nullable Instant called,
      @Nullable Instant started,
      List<Call> calls) {}

  record Session(
      long id,
      Host host,
      LocalDate date,
      Instant start,
      Instant end,
      String state,
      boolean withdrawn,
      @Nullable String partnerAttendance,
      @Nullable Instant stoppedAt,
      @Nullable Instant cancelledAt) {}

  record Slot(long id, Session session, int capacity, int taken) {}

  record Booking(
      long id,
      Session session,
      Slot slot,
      long procedureId,
      String state,
      Instant start,
      Instant created,
      String actor,
      boolean reminded) {
    long partner() {
      return session.host().partner();
    }

    boolean onTelephone() {
      return onTelephone(id, actor);
    }

    static boolean onTelephone(long id, String actor) {
      return actor.equals(CLAIRE) && id % 2 == 0;
    }
  }

  /** Of an appointment, at the slot that it had then. */
  record Cancellation(long bookingId, Slot slot, Instant start, boolean byVisitor) {}

  /**
   * Of a booking, of a ticket, or counted alone.
   *
   * @param procedureId null: nobody said
   */
  record Mark(
      long id,
      @Nullable Long bookingId,
      @Nullable Long ticketId,
      @Nullable String counted,
      int version,
      House house,
      LocalDate date,
      @Nullable Host host,
      String outcome,
      boolean papersMissing,
      @Nullable String result,
      @Nullable Long procedureId,
      @Nullable Long subject,
      String channel,
      @Nullable String age,
      @Nullable String insee,
      boolean aidantsConnect,
      List<Long> documents,
      boolean undone) {

    boolean ofSameVisit(Mark other) {
      return Objects.equals(bookingId, other.bookingId)
          && Objects.equals(ticketId, other.ticketId)
          && Objects.equals(counted, other.counted);
    }

    Mark takenBack() {
      return new Mark(
          id,
          bookingId,
          ticketId,
          counted,
          version,
          house,
          date,
          host,
          outcome,
          papersMissing,
          result,
          procedureId,
          subject,
          channel,
          age,
          insee,
          aidantsConnect,
          documents,
          true);
    }
  }

  static final String SOPHIE = "sophie";
  static final String CLAIRE = "claire";
  static final String ROBOT = "service-account-robot";

  final List<Ticket> tickets = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final List<Slot> slots = new ArrayList<>();
  final List<Booking> bookings = new ArrayList<>();
  final List<Cancellation> cancellations = new ArrayList<>();
  final List<Mark> marks = new ArrayList<>();

  private final Random random;
  private final EntityManager database;
  private final List<Procedure> procedures;
  private final List<Long> documents;
  private final Partner[] partners;
  private long seq;
  private long number;

  RandomDays(
      long seed,
      EntityManager database,
      List<Procedure> procedures,
      List<Long> documents,
      Partner... partners) {
    this.random = new Random(seed);
    this.database = database;
    this.procedures = procedures;
    this.documents = documents;
    this.partners = partners;
  }

  /** In the caller's transaction. */
  void play(List<Site> houses, LocalDate first, int days) {
    for (Site site : houses) {
      House house = new House(site.id(), site.zone());
      List<Host> hosts = new ArrayList<>();
      hosts.add(host(house, null));
      Arrays.stream(partners).forEach(partner -> hosts.add(host(house, partner)));
      first.datesUntil(first.plusDays(days)).forEach(date -> day(house, hosts, date));
    }
    stand();
  }

  private void day(House house, List<Host> hosts, LocalDate date) {
    for (Host host : hosts) {
      if (random.nextInt(4) > 0) {
        session(host, date);
      }
    }
    List<Booking> here =
        bookings.stream()
            .filter(
                one ->
                    one.session().host().house().equals(house)
                        && one.session().date().equals(date)
                        && !one.state().equals("cancelled"))
            .toList();
    for (Booking booking : here) {
      if (booking.state().equals("arrived")) {
        ticket(house, date, booking.session().host(), booking);
      }
    }
    int walkIns = random.nextInt(12);
    for (int i = 0; i < walkIns; i++) {
      ticket(house, date, random.nextInt(3) == 0 ? pick(hosts) : null, null);
    }
    for (Booking booking : here) {
      Ticket ticket = ticketOf(booking);
      marks(
          booking.id(),
          null,
          null,
          house,
          date,
          ticket == null ? booking.session().host() : ticket.host());
    }
    for (Ticket ticket : List.copyOf(tickets)) {
      if (ticket.house().equals(house)
          && ticket.date().equals(date)
          && ticket.bookingId() == null
          && ticket.state().equals("done")) {
        marks(null, ticket.id(), null, house, date, ticket.host());
      }
    }
    int calls = random.nextInt(4);
    for (int i = 0; i < calls; i++) {
      marks(null, null, "c" + next(), house, date, null);
    }
  }

  private @Nullable Ticket ticketOf(Booking booking) {
    return tickets.stream()
        .filter(t -> t.bookingId() != null && t.bookingId() == booking.id())
        .findFirst()
        .orElse(null);
  }

  private Host host(House house, @Nullable Partner partner) {
    long id = next();
    Long partnerId = partner == null ? null : Long.valueOf(partner.id());
    insert(
        "insert into permanence (id, site_id, host, partner_id, rrule, first_date, from_time,"
            + " to_time, mode, slot_minutes, capacity, notice_minutes, horizon_days,"
            + " change_deadline_minutes, confirm_hours) values (?, ?, ?, ?, 'FREQ=DAILY', ?, ?, ?,"
            + " 'both', 30, 3, 0, 30, 0, 48)",
        id,
        house.id(),
        partner == null ? "house" : "partner",
        partnerId,
        LocalDate.of(2026, 1, 1),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0));
    return new Host(id, house, partnerId, 48);
  }

  private void session(Host host, LocalDate date) {
    Instant start = at(host.house(), date, random.nextInt(22 * 60));
    Instant end = start.plus(Duration.ofMinutes(60 + 30L * random.nextInt(3)));
    String state = pick(List.of("planned", "confirmed", "held", "held", "cancelled"));
    boolean withdrawn = random.nextInt(8) == 0;
    String attendance =
        host.partnerId() == null ? null : pick(Arrays.asList(null, null, "present", "absent"));
    Instant stopped =
        state.equals("held") && random.nextInt(3) == 0 ? start.plus(Duration.ofMinutes(20)) : null;
    Instant cancelled =
        (state.equals("cancelled") || withdrawn) && random.nextInt(5) > 0
            ? start.minus(Duration.ofHours(random.nextInt(400)))
            : null;
    Session session =
        new Session(
            next(), host, date, start, end, state, withdrawn, attendance, stopped, cancelled);
    sessions.add(session);
    insert(
        "insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state,"
            + " withdrawn, partner_attendance, stopped_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        session.id(),
        host.id(),
        host.house().id(),
        date,
        start,
        end,
        state,
        withdrawn,
        attendance,
        stopped);
    if (cancelled != null) {
      insert(
          "insert into session_event (session_id, kind, at, actor, origin) values (?, ?, ?, 'x',"
              + " 'login')",
          session.id(),
          withdrawn ? "withdrawn" : "cancelled",
          cancelled);
    }
    int many = random.nextInt(3);
    for (int i = 0; i < many; i++) {
      slot(session, start.plus(Duration.ofMinutes(30L * i)));
    }
  }

  private void slot(Session session, Instant start) {
    int capacity = 1 + random.nextInt(3);
    int taken = random.nextInt(capacity + 1);
    Slot slot = new Slot(next(), session, capacity, taken);
    slots.add(slot);
    insert(
        "insert into slot (id, session_id, permanence_id, start_at, end_at, capacity, taken) values"
            + " (?, ?, ?, ?, ?, ?, ?)",
        slot.id(),
        session.id(),
        session.host().id(),
        start,
        start.plus(Duration.ofMinutes(30)),
        capacity,
        taken);
    for (int i = 0; i < taken; i++) {
      booking(slot, start, i);
    }
    if (random.nextInt(3) == 0) {
      booking(slot, start, -1);
    }
  }

  /**
   * @param seat negative: it was cancelled and has none
   */
  private void booking(Slot slot, Instant start, int seat) {
    Host host = slot.session().host();
    String state = seat < 0 ? "cancelled" : pick(List.of("booked", "arrived", "arrived"));
    Booking booking =
        new Booking(
            next(),
            slot.session(),
            slot,
            pick(procedures).id(),
            state,
            start,
            start.minus(Duration.ofMinutes(random.nextInt(30 * 24 * 60))),
            pick(List.of("visitor", CLAIRE, SOPHIE, ROBOT)),
            random.nextBoolean());
    bookings.add(booking);
    insert(
        "insert into booking (id, reference, state, site_id, partner_id, procedure_id,"
            + " permanence_id, slot_id, start_at, end_at, first_name, last_name, language,"
            + " contact_by, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " 'Jeanne', 'Lefèvre', 'fr', 'none', ?, ?)",
        booking.id(),
        "R" + booking.id(),
        state,
        host.house().id(),
        host.partnerId(),
        booking.procedureId(),
        host.id(),
        slot.id(),
        start,
        start.plus(Duration.ofMinutes(30)),
        booking.created(),
        booking.created());
    event(booking.id(), "booked", booking.created(), booking.actor(), slot);
    if (seat < 0) {
      boolean byHouse = random.nextBoolean();
      String actor = byHouse ? CLAIRE : pick(List.of("visitor", "visitor", CLAIRE));
      event(booking.id(), byHouse ? "cancelledByHouse" : "cancelled", start, actor, slot);
      cancellations.add(new Cancellation(booking.id(), slot, start, actor.equals("visitor")));
    }
    if (seat >= 0) {
      insert(
          "insert into seat (slot_id, seat, booking_id) values (?, ?, ?)",
          slot.id(),
          seat,
          booking.id());
    }
    if (booking.reminded()) {
      insert(
          "insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id,"
              + " created_at, due_at, give_up_at, sent_at) values (?, 'reminder', ?, 'x', 'email',"
              + " 'sent', ?, ?, ?, ?, ?, ?)",
          UUID.randomUUID(),
          "c" + booking.id(),
          host.house().id(),
          booking.id(),
          booking.created(),
          booking.created(),
          start,
          booking.created());
    }
  }

  private void event(long booking, String kind, Instant at, String actor, Slot slot) {
    insert(
        "insert into booking_event (booking_id, kind, at, actor, origin, slot_id) values (?, ?, ?,"
            + " ?, ?, ?)",
        booking,
        kind,
        at,
        actor,
        switch (actor) {
          case "visitor" -> "online";
          case ROBOT -> "api";
          default ->
              kind.equals("booked") && Booking.onTelephone(booking, actor) ? "phone" : "counter";
        },
        slot.id());
  }

  /** People whose appointment was cancelled take another time, also in the other house. */
  private void rebook(Instant now) {
    for (int i = 0; i < bookings.size(); i++) {
      Booking was = bookings.get(i);
      if (!was.state().equals("cancelled") || random.nextInt(3) == 0) {
        continue;
      }
      Slot slot = pick(slots);
      Instant start = slot.session().start();
      Host host = slot.session().host();
      bookings.set(
          i,
          new Booking(
              was.id(),
              slot.session(),
              slot,
              was.procedureId(),
              "booked",
              start,
              was.created(),
              was.actor(),
              was.reminded()));
      insert(
          "update booking set state = 'booked', site_id = ?, partner_id = ?, permanence_id = ?,"
              + " slot_id = ?, start_at = ?, end_at = ? where id = ?",
          host.house().id(),
          host.partnerId(),
          host.id(),
          slot.id(),
          start,
          start.plus(Duration.ofMinutes(30)),
          was.id());
      event(was.id(), "rebooked", now, "visitor", slot);
      if (random.nextBoolean() && loses(was.slot())) {
        insert(
            "insert into gone_slot (id, site_id, start_at) values (?, ?, ?)",
            was.slot().id(),
            was.session().host().house().id(),
            was.start());
        insert("delete from slot where id = ?", was.slot().id());
        slots.remove(was.slot());
      }
    }
  }

  /** Nobody else has, had or will have it. */
  private boolean loses(Slot slot) {
    return slot.taken() == 0
        && bookings.stream().noneMatch(one -> one.slot().id() == slot.id())
        && cancellations.stream().filter(one -> one.slot().id() == slot.id()).count() == 1
        && !List.of("held", "planned", "confirmed").contains(slot.session().state());
  }

  private void ticket(House house, LocalDate date, @Nullable Host host, @Nullable Booking booking) {
    Instant arrived = at(house, date, random.nextInt(23 * 60)).plusSeconds(random.nextInt(60));
    String state = pick(List.of("done", "done", "done", "left", "missed", "noShow"));
    Instant called = arrived.plusSeconds(random.nextInt(3_000));
    boolean wasCalled = !state.equals("left") && random.nextInt(8) > 0;
    List<Call> calls = new ArrayList<>();
    boolean takenBack = state.equals("left") && random.nextBoolean();
    calls.add(new Call(++seq, booking == null ? "issued" : "arrived", arrived, takenBack));
    if (wasCalled) {
      if (random.nextInt(4) == 0) {
        calls.add(new Call(++seq, "called", arrived.plusSeconds(1), true));
      }
      calls.add(new Call(++seq, "called", called, false));
      if (random.nextInt(4) == 0) {
        calls.add(new Call(++seq, "called", called.plusSeconds(900), false));
      }
    }
    Instant started = random.nextInt(3) == 0 ? null : called.plusSeconds(30);
    Ticket ticket =
        new Ticket(
            next(),
            house,
            date,
            state,
            booking == null ? "walkIn" : "appointment",
            pick(procedures).id(),
            host,
            booking == null || takenBack ? null : Long.valueOf(booking.id()),
            arrived,
            wasCalled ? called : null,
            started,
            calls);
    tickets.add(ticket);
    insert(
        "insert into ticket (id, public_id, site_id, local_date, series, number, state, origin,"
            + " procedure_id, permanence_id, booking_id, arrived_at, called_at, started_at, calls)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        ticket.id(),
        "p" + ticket.id(),
        house.id(),
        date,
        booking == null ? "A" : "R",
        (int) ++number,
        state,
        ticket.origin(),
        ticket.procedureId(),
        host == null ? null : Long.valueOf(host.id()),
        ticket.bookingId(),
        arrived,
        ticket.called(),
        started);
    for (Call call : calls) {
      insert(
          "insert into queue_event (site_id, seq, ticket_id, kind, at, recorded_at, actor, origin,"
              + " undone) values (?, ?, ?, ?, ?, ?, 'claire', 'counter', ?)",
          house.id(),
          call.seq(),
          ticket.id(),
          call.kind(),
          call.at(),
          call.at(),
          call.undone());
    }
  }

  private void marks(
      @Nullable Long bookingId,
      @Nullable Long ticketId,
      @Nullable String counted,
      House house,
      LocalDate date,
      @Nullable Host host) {
    int versions = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3);
    for (int version = 1; version <= versions; version++) {
      boolean undone = random.nextInt(4) == 0;
      mark(bookingId, ticketId, counted, version, house, date, host, undone, Instant.EPOCH);
    }
  }

  private void mark(
      @Nullable Long bookingId,
      @Nullable Long ticketId,
      @Nullable String counted,
      int version,
      House house,
      LocalDate date,
      @Nullable Host host,
      boolean undone,
      Instant at) {
    String outcome =
        bookingId == null ? "attended" : pick(List.of("attended", "attended", "absent", "excused"));
    boolean attended = outcome.equals("attended");
    boolean papers = attended && random.nextInt(3) == 0;
    Mark mark =
        new Mark(
            next(),
            bookingId,
            ticketId,
            counted,
            version,
            house,
            date,
            host,
            outcome,
            papers,
            attended
                ? papers
                    ? "papersMissing"
                    : pick(Arrays.asList(null, "solved", "continued", "passedOn", "autonomous"))
                : null,
            random.nextInt(4) == 0 ? null : Long.valueOf(pick(procedures).id()),
            random.nextInt(3) == 0 ? null : Long.valueOf(pick(List.of(partners)).id()),
            pick(List.of("counter", "telephone", "video")),
            pick(Arrays.asList(null, "from12", "from70")),
            pick(Arrays.asList(null, "14366", "61001")),
            attended && random.nextInt(5) == 0,
            papers ? documents : List.of(),
            undone);
    marks.add(mark);
    insert(
        "insert into attendance (id, booking_id, ticket_id, counted, version, site_id, local_date,"
            + " visited_at, permanence_id, outcome, papers_missing, result, partner_id, channel,"
            + " age_band, insee, aidants_connect, at, actor, undone_at) values (?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sophie', ?)",
        mark.id(),
        bookingId,
        ticketId,
        counted,
        version,
        house.id(),
        date,
        date.atStartOfDay(house.zone()).toInstant(),
        host == null ? null : Long.valueOf(host.id()),
        outcome,
        papers,
        mark.result(),
        mark.subject(),
        mark.channel(),
        mark.age(),
        mark.insee(),
        mark.aidantsConnect(),
        at,
        undone ? at : null);
    if (mark.procedureId() != null) {
      about(mark.id(), 0, mark.procedureId());
      if (random.nextBoolean()) {
        about(mark.id(), 1, pick(procedures).id());
      }
    }
    for (Long document : mark.documents()) {
      insert(
          "insert into attendance_document (attendance_id, document_id) values (?, ?)",
          mark.id(),
          document);
    }
  }

  private void about(long mark, int position, long procedure) {
    insert(
        "insert into attendance_procedure (attendance_id, position, procedure_id) values (?, ?, ?)",
        mark,
        position,
        procedure);
  }

  /** Of each visit the highest version that was not taken back. */
  private void stand() {
    insert("update attendance set standing = null");
    for (String of : List.of("booking_id", "ticket_id", "counted")) {
      insert(
          ("update attendance set standing = true where undone_at is null and %1$s is not null and"
                  + " version = (select max(l.version) from attendance l where l.%1$s ="
                  + " attendance.%1$s and l.undone_at is null)")
              .formatted(of));
    }
  }

  /** Some visits are noted anew, and some marks are taken back, long after their day. */
  void correct(Instant now) {
    rebook(now);
    for (Mark mark : List.copyOf(marks)) {
      if (mark.version() == 1 && random.nextInt(4) == 0) {
        mark(
            mark.bookingId(),
            mark.ticketId(),
            mark.counted(),
            9,
            mark.house(),
            mark.date(),
            mark.host(),
            false,
            now);
      }
    }
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      if (!mark.undone() && mark.version() < 9 && random.nextInt(4) == 0) {
        marks.set(i, mark.takenBack());
        insert("update attendance set standing = null, undone_at = ? where id = ?", now, mark.id());
      }
    }
    stand();
  }

  private Instant at(House house, LocalDate date, int minute) {
    return date.atStartOfDay(house.zone()).toInstant().plus(Duration.ofMinutes(minute));
  }

  long partnerOf(long procedure) {
    return procedures.stream()
        .filter(one -> one.id() == procedure)
        .findFirst()
        .orElseThrow()
        .partner()
        .id();
  }

  /** Far from what the database draws itself. */
  private long next() {
    return ++number + 1_000_000;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private void insert(String statement, @Nullable Object... values) {
    Batch.on(database).run(statement, List.of(statement), one -> Arrays.asList(values));
  }
}
