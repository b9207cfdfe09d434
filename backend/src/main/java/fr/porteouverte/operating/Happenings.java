package fr.porteouverte.operating;

import fr.porteouverte.booking.BookingHappened;
import fr.porteouverte.queue.TicketCalled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;

/** Counts what is committed: appointments that are made and end, and how long people waited. */
@ApplicationScoped
class Happenings {
  @Inject MeterRegistry registry;

  /** From nothing on: an alert cannot ask for the growth of what does not exist yet. */
  void start(@Observes StartupEvent start) {
    for (BookingHappened.Kind kind : BookingHappened.Kind.values()) {
      bookings(kind, "online");
    }
    waits();
  }

  void booking(@Observes(during = TransactionPhase.AFTER_SUCCESS) BookingHappened change) {
    bookings(change.kind(), change.origin()).increment();
  }

  void called(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketCalled call) {
    waits().record(call.waited());
  }

  private Counter bookings(BookingHappened.Kind kind, String origin) {
    return Counter.builder("porteouverte.bookings")
        .description("What happened to appointments, and from where")
        .tag("kind", kind.name())
        .tag("origin", origin)
        .register(registry);
  }

  private Timer waits() {
    return Timer.builder("porteouverte.queue.wait")
        .description("From arrival, or the appointment's time if that is later, to the first call")
        .serviceLevelObjectives(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1))
        .register(registry);
  }
}
