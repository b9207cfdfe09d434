package fr.porteouverte.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What opens a kiosk of a house. The key itself is told once and not kept. */
@Entity
@Table(name = "device_key")
public class DeviceKey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(nullable = false, updatable = false)
  private String name;

  @Column(nullable = false, updatable = false)
  private String hash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  // Written past Hibernate, now and then.
  @Column(name = "last_used_at", updatable = false)
  private @Nullable Instant lastUsedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  DeviceKey() {}

  public DeviceKey(long siteId, String name, String hash, String agent, Instant now) {
    this.siteId = siteId;
    this.name = name;
    this.hash = hash;
    this.createdBy = agent;
    this.createdAt = now;
  }

  /** For good, and at once. */
  void revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
  }

  public long id() {
    return id;
  }

  public long siteId() {
    return siteId;
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }

  @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}
