package fr.porteouverte.queue;

import fr.porteouverte.http.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose an idempotency key is: an agent's or a kiosk's. */
@ApplicationScoped
class KeyScope {
  private static final int ENOUGH = 32;

  private final Caller caller;
  private final DeviceKeys devices;

  KeyScope(Caller caller, DeviceKeys devices) {
    this.caller = caller;
    this.devices = devices;
  }

  String of(String deviceKey) {
    return deviceKey == null
        ? caller.scope(null)
        : "device:" + devices.hash(deviceKey).substring(0, ENOUGH);
  }
}
