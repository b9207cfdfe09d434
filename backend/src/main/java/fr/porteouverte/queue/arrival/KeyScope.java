package fr.porteouverte.queue.arrival;

import fr.porteouverte.device.DeviceKeys;
import fr.porteouverte.http.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whose an idempotency key is: an agent's or a kiosk's. */
@ApplicationScoped
class KeyScope {
  private static final int ENOUGH = 32;

  @Inject Client caller;
  @Inject DeviceKeys devices;

  String of(@Nullable String deviceKey) {
    return deviceKey == null
        ? caller.scope(null)
        : "device:" + devices.hash(deviceKey).substring(0, ENOUGH);
  }
}
