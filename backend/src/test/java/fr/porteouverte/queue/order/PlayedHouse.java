package fr.porteouverte.queue.order;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.queue.QueueSuite;
import fr.porteouverte.queue.order.HouseKind.Errand;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Days of a house, lived through the API with a clock that goes from one thing to the next: people
 * book, come, take a number, look at their own page every quarter of an hour, are called by "next",
 * stay away, are served. What each was told is kept until they are called.
 */
final class PlayedHouse {
  private static final double LOOKS = 15;
  private static final double SLOT = 20;

  private final QueueSuite suite;
  private final HouseKind kind;
  private final Map<Errand, Procedure> procedures;
  private final List<String> counters;
  private final Random random;
  private final List<SimulatedHouse.Told> told = new ArrayList<>();
  private final Map<String, Person> waiting = new HashMap<>();
  private final Timeline timeline = new Timeline();

  /** Of each counter that is open today. */
  private final Map<String, Boolean> busy = new HashMap<>();

  private LocalDate date = LocalDate.EPOCH;
  private double now;

  private record Look(double at, int from, int to) {}

  private record Person(String publicId, Errand errand, double at, List<Look> looks) {}

  PlayedHouse(
      QueueSuite suite,
      HouseKind kind,
      Map<Errand, Procedure> procedures,
      List<String> counters,
      long seed) {
    this.suite = suite;
    this.kind = kind;
    this.procedures = procedures;
    this.counters = counters;
    this.random = new Random(seed);
  }

  List<SimulatedHouse.Told> told() {
    return told;
  }

  void day(LocalDate day, Map<Double, String> slots) {
    date = day;
    busy.clear();
    moveTo(HouseKind.NINE - 30);
    kind.appointments().forEach(plan -> appointments(plan, slots));
    kind.peaks().forEach(this::walkIns);
    counters.forEach(counter -> at(HouseKind.NINE, () -> open(counter)));
    timeline.run(this::moveTo);
  }

  private void moveTo(double minute) {
    now = minute;
    suite.setClock(
        date.atStartOfDay(ZoneId.of("Europe/Paris"))
            .toInstant()
            .plusMillis((long) (minute * 60_000)));
  }

  private void at(double when, Runnable what) {
    timeline.at(when, what);
  }

  private void walkIns(HouseKind.Peak peak) {
    double when = peak.from();
    while (true) {
      when -= Math.log(1 - random.nextDouble()) * 60 / peak.perHour();
      if (when > peak.to()) {
        return;
      }
      Errand errand = errand(Integer.MAX_VALUE);
      boolean priority = random.nextDouble() < kind.priority();
      at(when, () -> takeNumber(errand, priority));
    }
  }

  private void takeNumber(Errand errand, boolean priority) {
    String procedure = "" + procedures.get(errand).id();
    JsonPath ticket =
        suite
            .walkIn(Map.of("procedureId", procedure, "priority", priority))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    arrived(ticket, "", errand);
  }

  private void appointments(HouseKind.Appointments plan, Map<Double, String> slots) {
    for (double due = plan.from(); due < plan.to(); due += plan.every()) {
      if (random.nextDouble() >= plan.taken()) {
        continue;
      }
      Errand errand = errand((int) SLOT);
      String reference =
          suite
              .book(slots.get(due), procedures.get(errand))
              .then()
              .statusCode(201)
              .extract()
              .path("reference");
      if (random.nextDouble() >= plan.noShow()) {
        at(due - 3 + plan.punctuality() * random.nextGaussian(), () -> come(reference, errand));
      }
    }
  }

  private void come(String reference, Errand errand) {
    arrived(suite.arrive(reference).then().statusCode(201).extract().jsonPath(), "ticket.", errand);
  }

  /** The first thing that everybody is told is in the answer that gives the number. */
  private void arrived(JsonPath answer, String ticket, Errand errand) {
    String id = answer.getString(ticket + "id");
    Person person =
        new Person(answer.getString(ticket + "publicId"), errand, now, new ArrayList<>());
    waiting.put(id, person);
    hear(person, answer.getMap(ticket + "estimate"));
    at(now + LOOKS, () -> look(id));
    if (random.nextDouble() < kind.giveUp()) {
      at(now + 10 + 50 * random.nextDouble(), () -> giveUp(id));
    }
    at(now + 0.2, () -> counters.forEach(this::next));
  }

  private void look(String id) {
    Person person = waiting.get(id);
    if (person != null) {
      hear(
          person,
          suite.api().get("/tickets/{id}", person.publicId()).jsonPath().getMap("estimate"));
      at(now + LOOKS, () -> look(id));
    }
  }

  private void hear(Person person, @Nullable Map<String, Integer> estimate) {
    if (estimate != null) {
      person.looks().add(new Look(now, estimate.get("fromMinutes"), estimate.get("toMinutes")));
    }
  }

  private void giveUp(String id) {
    if (waiting.remove(id) != null) {
      suite.act(id, "leave").then().statusCode(200);
    }
  }

  private void open(String counter) {
    suite.api().post("/counters/{id}/open", counter).then().statusCode(200);
    busy.put(counter, false);
    next(counter);
  }

  /** Nobody presses "next" where nobody can come. */
  private void next(String counter) {
    if (busy.getOrDefault(counter, true) || waiting.isEmpty()) {
      return;
    }
    String id = suite.next(counter).then().statusCode(200).extract().path("counter.ticket.id");
    Person person = id == null ? null : waiting.remove(id);
    if (person == null) {
      return;
    }
    busy.put(counter, true);
    for (Look look : person.looks()) {
      boolean first = look.at() == person.at();
      told.add(
          new SimulatedHouse.Told(
              kind.name(), date, first, look.at(), look.from(), look.to(), now - look.at()));
    }
    serve(counter, id, person.errand());
  }

  private void serve(String counter, String id, Errand errand) {
    if (random.nextDouble() < kind.absent()) {
      at(now + 2 + random.nextDouble(), () -> end(counter, id, "miss"));
      return;
    }
    double there = now + 0.3 + 0.7 * random.nextDouble();
    at(there, () -> suite.act(id, "start").then().statusCode(200));
    at(there + SimulatedHouse.length(errand, random), () -> end(counter, id, "finish"));
  }

  private void end(String counter, String id, String how) {
    suite.act(id, how).then().statusCode(200);
    at(
        now + kind.pause() * random.nextDouble(),
        () -> {
          busy.put(counter, false);
          next(counter);
        });
  }

  private Errand errand(int plannedAtMost) {
    List<Errand> all = kind.errands().stream().filter(e -> e.planned() <= plannedAtMost).toList();
    double left = random.nextDouble() * all.stream().mapToDouble(Errand::share).sum();
    for (Errand one : all) {
      left -= one.share();
      if (left < 0) {
        return one;
      }
    }
    return all.get(all.size() - 1);
  }
}
