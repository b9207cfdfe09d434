package fr.porteouverte.queue.arrival;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.device.DeviceKey;
import fr.porteouverte.device.DeviceKeys;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.queue.change.Actor;
import fr.porteouverte.queue.change.EventOrigin;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may let people into a house: its staff, or a kiosk with a key. */
@ApplicationScoped
class EntranceAccess {
  /** The header with a kiosk's key. */
  static final String DEVICE_KEY = "Device-Key";

  private static final Set<String> STAFF = Set.of(Role.CLERK, Role.MANAGER, Role.ADMIN);

  @Inject DeviceKeys devices;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * To be asked within the transaction. Refuses with 401 nobody and a wrong key, with 403 agents
   * who are no staff, with 404 a key or staff of another house.
   *
   * @param deviceKey null: staff
   */
  Actor at(long siteId, @Nullable String deviceKey) {
    if (deviceKey == null) {
      return staff(siteId);
    }
    DeviceKey device = devices.opening(deviceKey).orElseThrow(UnauthorizedException::new);
    if (device.siteId() != siteId) {
      throw new NotFound();
    }
    devices.used(device.id(), clock.instant());
    return new Actor("device:" + device.id(), EventOrigin.kiosk);
  }

  private Actor staff(long siteId) {
    CurrentAgent caller = access.caller();
    if (caller.roles().stream().noneMatch(STAFF::contains)) {
      throw new ForbiddenException();
    }
    access.requireOwn(siteId);
    return Actor.counter(caller.username());
  }
}
