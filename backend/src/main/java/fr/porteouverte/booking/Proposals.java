package fr.porteouverte.booking;

import fr.porteouverte.booking.BookingView.FallenView;
import fr.porteouverte.slot.FreeSlots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What to take instead of an appointment that fell: the nearest equal slots of the house. */
@ApplicationScoped
class Proposals {
  @Inject FreeSlots free;
  @Inject BookingSettings settings;

  /** As it is, with proposals when it fell. Read now: another may take one of them meanwhile. */
  BookingView on(BookingView view, Booking booking) {
    if (!booking.fallen()) {
      return view;
    }
    Instant around = booking.start();
    String reason = booking.fallenReason();
    return view.with(
        new FallenView(
            reason.isEmpty() ? null : reason,
            free.nearestForAll(
                booking.site(), booking.procedure(), around, settings.alternatives())));
  }
}
