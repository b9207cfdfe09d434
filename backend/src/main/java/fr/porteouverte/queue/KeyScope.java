package fr.porteouverte.queue;

import fr.porteouverte.http.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whose an idempotency key is: an agent's or a kiosk's. */
@ApplicationScoped
class KeyScope {
  private static final int ENOUGH = 32;

  @Inject Caller caller;
  @Inject DeviceKeys devices;

  String of(String deviceKey) {
    return deviceKey == null
        ? caller.scope(null)
        : "device:" + devices.hash(deviceKey).substring(0, ENOUGH);
  }
}
