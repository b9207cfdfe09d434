package fr.porteouverte.device;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.secret.Secrets;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Makes and revokes the keys of a house's kiosks. */
@ApplicationScoped
class DeviceService {
  private static final int KEY_BYTES = 32;

  @Inject DeviceKeys devices;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  List<DeviceView> list(long siteId) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> {
          Site site = site(siteId);
          return devices.at(siteId).stream()
              .map(device -> DeviceView.of(device, null, site.zone()))
              .toList();
        });
  }

  DeviceView create(long siteId, String name, String agent, Idempotency.Token token) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          Site site = site(siteId);
          if (before.isPresent()) {
            DeviceKey made =
                devices.findByIdOptional(Ids.parse(before.get())).orElseThrow(NotFound::new);
            return DeviceView.of(made, null, site.zone());
          }
          String key = Secrets.random(KEY_BYTES);
          DeviceKey device =
              new DeviceKey(siteId, name.strip(), devices.hash(key), agent, clock.instant());
          devices.persistAndFlush(device);
          idempotency.made(token, Ids.of(device.id()));
          return DeviceView.of(device, key, site.zone());
        });
  }

  /** Again: the same answer. */
  void revoke(long id) {
    transactions.run(
        () -> {
          DeviceKey device = devices.findByIdOptional(id).orElseThrow(NotFound::new);
          access.requireOwn(device.siteId());
          device.revoke(clock.instant());
        });
  }

  private Site site(long id) {
    return sites.findByIdOptional(id).orElseThrow(NotFound::new);
  }
}
