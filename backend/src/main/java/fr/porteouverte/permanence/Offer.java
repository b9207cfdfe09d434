package fr.porteouverte.permanence;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A permanence that takes appointments, in what a search for free slots needs of it.
 *
 * @param partnerId null: the house's own clerks
 */
public record Offer(
    long permanenceId,
    long siteId,
    String zoneId,
    @Nullable Long partnerId,
    int slotMinutes,
    int noticeMinutes,
    int horizonDays) {
  /** Each slot of a page asks twice, and {@link ZoneId#of} reads the name each time. */
  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  /** For the house's own staff, who know whether there is still time. */
  public Offer withoutNotice() {
    return new Offer(permanenceId, siteId, zoneId, partnerId, slotMinutes, 0, horizonDays);
  }

  public ZoneId zone() {
    return ZONES.computeIfAbsent(zoneId, ZoneId::of);
  }

  public Duration notice() {
    return Duration.ofMinutes(noticeMinutes);
  }

  public BookingWindow window(Instant now) {
    return BookingWindow.of(now, notice(), horizonDays, zone());
  }
}
