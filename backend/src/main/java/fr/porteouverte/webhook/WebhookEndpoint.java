package fr.porteouverte.webhook;

import fr.porteouverte.change.ChangeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An address that is told of changes. */
@Entity
@Table(name = "webhook_endpoint")
class WebhookEndpoint {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @Column(name = "integrator_id", nullable = false, updatable = false)
  private long integratorId;

  @Column(nullable = false)
  private String url;

  @Column(nullable = false)
  private String types;

  @Column(name = "all_sites", nullable = false)
  private boolean allSites;

  @ElementCollection
  @CollectionTable(
      name = "webhook_endpoint_site",
      joinColumns = @JoinColumn(name = "endpoint_id", nullable = false))
  @Column(name = "site_id", nullable = false)
  private Set<Long> sites = new HashSet<>();

  @Column(nullable = false)
  private String salt;

  @Column(name = "salt_before")
  private @Nullable String saltBefore;

  @Column(name = "before_until")
  private @Nullable Instant beforeUntil;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  private EndpointState state;

  @Column(name = "off_why")
  @Enumerated(EnumType.STRING)
  private @Nullable OffWhy offWhy;

  @Column(name = "off_at")
  private @Nullable Instant offAt;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  protected WebhookEndpoint() {}

  WebhookEndpoint(long integratorId, String salt, String actor, Instant now) {
    this.integratorId = integratorId;
    this.salt = salt;
    this.createdBy = actor;
    this.createdAt = now;
    this.state = EndpointState.pending;
  }

  /** Another address has to answer a ping of its own. */
  void write(WebhookForm.Read form) {
    if (!form.url().equals(url)) {
      url = form.url();
      state = EndpointState.pending;
      offWhy = null;
      offAt = null;
    }
    types = form.types().stream().map(ChangeType::code).collect(Collectors.joining(" "));
    allSites = form.sites() == null;
    sites.clear();
    if (form.sites() != null) {
      sites.addAll(form.sites());
    }
  }

  /**
   * @param until how long the secret before is good for yet
   */
  void renewSecret(String fresh, Instant until) {
    saltBefore = salt;
    beforeUntil = until;
    salt = fresh;
  }

  void answered() {
    state = EndpointState.active;
    offWhy = null;
    offAt = null;
  }

  void off(OffWhy why, Instant now) {
    state = EndpointState.off;
    offWhy = why;
    offAt = now;
  }

  /** The secrets' salts that are good now, the newest first. */
  List<String> salts(Instant now) {
    return saltBefore != null && beforeUntil != null && now.isBefore(beforeUntil)
        ? List.of(salt, saltBefore)
        : List.of(salt);
  }

  Long id() {
    return id;
  }

  int version() {
    return version;
  }

  long integratorId() {
    return integratorId;
  }

  String url() {
    return url;
  }

  /** Empty: all that the scopes of its system open. */
  List<ChangeType> types() {
    return Arrays.stream(types.split(" "))
        .filter(code -> !code.isEmpty())
        .flatMap(code -> ChangeType.of(code).stream())
        .toList();
  }

  /** Null: all houses of its system. */
  @Nullable Set<Long> sites() {
    return allSites ? null : Set.copyOf(sites);
  }

  EndpointState state() {
    return state;
  }

  @Nullable OffWhy offWhy() {
    return offWhy;
  }

  @Nullable Instant offAt() {
    return offAt;
  }

  @Nullable Instant beforeUntil() {
    return beforeUntil;
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }
}
