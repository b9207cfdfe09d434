package fr.porteouverte.integrator;

import fr.porteouverte.access.Scope;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.site.Site;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Another system, and what it may do. */
@Entity
class Integrator {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @Column(nullable = false)
  private String name;

  @Column(name = "contact_name", nullable = false)
  private String contactName;

  @Column(name = "contact_email", nullable = false)
  private String contactEmail;

  @Column(nullable = false)
  private String scopes;

  @ManyToMany
  @JoinTable(
      name = "integrator_partner",
      joinColumns = @JoinColumn(name = "integrator_id"),
      inverseJoinColumns = @JoinColumn(name = "partner_id"))
  private Set<Partner> partners = new HashSet<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "integrator_id", nullable = false)
  @OrderBy("id")
  private List<IntegratorPlace> places = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "integrator_id", nullable = false)
  @OrderBy("id")
  private List<IntegratorKey> keys = new ArrayList<>();

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoked_by")
  private @Nullable String revokedBy;

  protected Integrator() {}

  Integrator(String actor, Instant now) {
    createdAt = now;
    createdBy = actor;
  }

  void write(IntegratorForm.Read form) {
    name = form.name();
    contactName = form.contactName();
    contactEmail = form.contactEmail();
    scopes = Scope.written(form.scopes());
    partners.clear();
    partners.addAll(form.partners());
    places.clear();
    form.sites().forEach(site -> places.add(IntegratorPlace.at(site)));
    form.departments().forEach(code -> places.add(IntegratorPlace.in(code)));
  }

  void give(IntegratorKey key) {
    keys.add(key);
  }

  /** All its keys are good for nothing from now on. */
  void revoke(String actor, Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
      revokedBy = actor;
    }
    keys.forEach(key -> key.endAt(now));
  }

  boolean revoked() {
    return revokedAt != null;
  }

  Long id() {
    return id;
  }

  int version() {
    return version;
  }

  String name() {
    return name;
  }

  String contactName() {
    return contactName;
  }

  String contactEmail() {
    return contactEmail;
  }

  Set<Scope> scopes() {
    return Scope.read(scopes);
  }

  /** Whose appointments it sees; none: those of all partners in its places. */
  List<PartnerRef> partners() {
    return partners.stream()
        .map(PartnerRef::of)
        .sorted(Comparator.comparing(PartnerRef::code))
        .toList();
  }

  /** Those that it is bound to by name. */
  List<Site> sites() {
    return places.stream().map(IntegratorPlace::site).filter(Objects::nonNull).toList();
  }

  /** Whole ones, by their codes. */
  List<String> departments() {
    return places.stream()
        .map(IntegratorPlace::department)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  List<IntegratorKey> keys() {
    return keys;
  }

  /** Those that are good for something at that moment. */
  List<IntegratorKey> keysAt(Instant now) {
    return keys.stream().filter(key -> key.goodAt(now)).toList();
  }

  Instant createdAt() {
    return createdAt;
  }

  String createdBy() {
    return createdBy;
  }

  @Nullable Instant revokedAt() {
    return revokedAt;
  }

  @Nullable String revokedBy() {
    return revokedBy;
  }
}
