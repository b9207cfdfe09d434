package fr.porteouverte.device;

import fr.porteouverte.database.Sql;
import fr.porteouverte.secret.ServerKey;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The keys of kiosks that are not revoked. */
@ApplicationScoped
public class DeviceKeys implements PanacheRepository<DeviceKey> {
  /** How exactly "last used" is known: not every ticket is a write. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

  @Inject ServerKey server;

  public String hash(String key) {
    return HexFormat.of().formatHex(server.mac("device", key));
  }

  public Optional<DeviceKey> opening(String key) {
    return find("hash = ?1 and revokedAt is null", hash(key)).firstResultOptional();
  }

  List<DeviceKey> at(long siteId) {
    return list("siteId = ?1 and revokedAt is null order by id", siteId);
  }

  public void used(long id, Instant now) {
    Sql.of(
            getEntityManager(),
            "update device_key set last_used_at = :now where id = :id"
                + " and (last_used_at is null or last_used_at < :before)")
        .with("id", id)
        .with("now", now)
        .with("before", now.minus(NOTED_EVERY))
        .run();
  }
}
