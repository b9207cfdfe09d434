package fr.porteouverte.integrator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A client of Keycloak's that another system logs in with. Its secret is kept there only. */
@Entity
@Table(name = "integrator_key")
class IntegratorKey {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "client_id", nullable = false, updatable = false)
  private String clientId;

  @Column(name = "keycloak_id")
  private @Nullable String keycloakId;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  @Column(name = "ends_at")
  private @Nullable Instant endsAt;

  @Column(name = "last_used_at", insertable = false, updatable = false)
  private @Nullable Instant lastUsedAt;

  protected IntegratorKey() {}

  /**
   * @param keycloakId null: not ours to remove there
   */
  IntegratorKey(String clientId, @Nullable String keycloakId, String actor, Instant now) {
    this.clientId = clientId;
    this.keycloakId = keycloakId;
    this.createdBy = actor;
    this.createdAt = now;
  }

  /** Never later than it ends already. */
  void endAt(Instant end) {
    if (endsAt == null || end.isBefore(endsAt)) {
      endsAt = end;
    }
  }

  boolean goodAt(Instant now) {
    return endsAt == null || now.isBefore(endsAt);
  }

  /** Keycloak has it no more. */
  void gone() {
    keycloakId = null;
  }

  Long id() {
    return id;
  }

  String clientId() {
    return clientId;
  }

  @Nullable String keycloakId() {
    return keycloakId;
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }

  @Nullable Instant endsAt() {
    return endsAt;
  }

  @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}
