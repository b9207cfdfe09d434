package fr.porteouverte.queue;

import fr.porteouverte.device.DeviceKey;
import fr.porteouverte.device.DeviceKeys;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.queue.arrival.Coming;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueEvent;
import fr.porteouverte.queue.change.QueueEvents;
import fr.porteouverte.queue.change.QueueLocks;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.order.Serves;
import fr.porteouverte.queue.ticket.Issue;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Puts open counters and many people into a house before a test. */
@ApplicationScoped
public class CounterFixture {
  private final Counters counters;
  private final QueueLocks locks;
  private final QueueEvents events;
  private final Issue issue;
  private final Procedures procedures;
  private final DeviceKeys devices;
  private final Clock clock;

  CounterFixture(
      Counters counters,
      QueueLocks locks,
      QueueEvents events,
      Issue issue,
      Procedures procedures,
      DeviceKeys devices,
      Clock clock) {
    this.counters = counters;
    this.locks = locks;
    this.events = events;
    this.issue = issue;
    this.procedures = procedures;
    this.devices = devices;
    this.clock = clock;
  }

  @Transactional
  public String open(Site site, String name) {
    return open(site, name, Serves.all, List.of(), null);
  }

  @Transactional
  public String open(Site site, String name, long permanence) {
    return open(site, name, Serves.permanence, List.of(), permanence);
  }

  @Transactional
  public String open(
      Site site, String name, Serves serves, List<Long> procedures, Long permanence) {
    Counter counter = new Counter(site.id(), counters.nextPosition(site.id()));
    counter.describe(name, serves, procedures, permanence);
    counter.open("claire", clock.instant());
    counters.persist(counter);
    return "" + counter.id();
  }

  /** Another agent, who sits elsewhere, opens it or takes it over. */
  @Transactional
  void take(Site site, String counter, String agent) {
    LockedQueue queue = locks.lock(site.id(), Actor.counter(agent));
    Counter taken = counters.findById(Long.parseLong(counter));
    taken.open(agent, queue.now());
    events.append(new QueueEvent(queue, EventKind.counterOpened, queue.now()).of(taken));
  }

  /** The id of a kiosk. */
  @Transactional
  String device(Site site) {
    DeviceKey device =
        new DeviceKey(site.id(), "Borne", devices.hash("key"), "claire", clock.instant());
    devices.persist(device);
    return "" + device.id();
  }

  /** Walk-ins for the house's own clerks, a second apart from one another. */
  @Transactional
  void people(Site site, Procedure procedure, int many) {
    LockedQueue queue = locks.lock(site.id(), Actor.counter("claire"));
    Procedure what = procedures.findById(procedure.id());
    for (int i = 0; i < many; i++) {
      issue.ticket(queue, Coming.walkIn(what, null, queue.now().minusSeconds(many - i), false));
    }
  }

  /** A table as text, for "nothing changed". */
  @Transactional
  String rows(String table) {
    return counters
        .getEntityManager()
        .createNativeQuery("select * from " + table + " order by 1, 2, 3", Object[].class)
        .getResultStream()
        .map(row -> Arrays.deepToString((Object[]) row))
        .toList()
        .toString();
  }
}
