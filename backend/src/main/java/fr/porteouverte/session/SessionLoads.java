package fr.porteouverte.session;

import java.util.Collection;
import java.util.Map;

/** How full sessions are. The room {@code booking} knows. */
public interface SessionLoads {

  /**
   * @param booked people who have an appointment
   * @param places for how many there is room; 0: it takes none by appointment
   */
  record Load(int booked, int places) {
    public static final Load NONE = new Load(0, 0);
  }

  /** By the id of the session; one without slots is missing. */
  Map<Long, Load> of(Collection<Long> sessionIds);
}
