package fr.porteouverte.booking;

import fr.porteouverte.session.SessionLoads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Answers the room {@code permanence} from the bookings. */
@ApplicationScoped
public class BookedSessions implements SessionLoads {
  @Inject Bookings bookings;

  @Override
  public Map<Long, Load> of(Collection<Long> sessionIds) {
    if (sessionIds.isEmpty()) {
      return Map.of();
    }
    Map<Long, Integer> booked = bookings.countIn(sessionIds);
    Map<Long, Load> loads = new HashMap<>();
    bookings
        .placesIn(sessionIds)
        .forEach((id, places) -> loads.put(id, new Load(booked.getOrDefault(id, 0), places)));
    return loads;
  }
}
