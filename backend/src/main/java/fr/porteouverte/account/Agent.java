package fr.porteouverte.account;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.Site;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who logs in. Keycloak has the password and the role's power; the row says where. */
@Entity
public class Agent {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, updatable = false)
  private String username;

  @Column(name = "keycloak_id")
  private @Nullable String keycloakId;

  /** The installation of Keycloak that knew that user. */
  @Column(name = "keycloak_realm")
  private @Nullable String keycloakRealm;

  /** Keycloak does not yet know what this row says. */
  @Column(name = "keycloak_due", nullable = false)
  private boolean keycloakDue = true;

  /** Why Keycloak refused what this row says; null: it did not, or has not been asked since. */
  @Column(name = "keycloak_refusal")
  private @Nullable String keycloakRefusal;

  @Column(name = "keycloak_refused_at")
  private @Nullable Instant keycloakRefusedAt;

  @Column(name = "first_name", nullable = false)
  private String firstName;

  @Column(name = "last_name", nullable = false)
  private String lastName;

  private @Nullable String email;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private AgentState state = AgentState.active;

  /** When they first came with a login of their own. */
  @Column(name = "seen_at", insertable = false, updatable = false)
  private @Nullable Instant seenAt;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private AgentRole role;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private @Nullable Partner partner;

  @ManyToMany
  @JoinTable(
      name = "agent_site",
      joinColumns = @JoinColumn(name = "agent_id"),
      inverseJoinColumns = @JoinColumn(name = "site_id"))
  private Set<Site> sites = new LinkedHashSet<>();

  @Version private int version;

  protected Agent() {}

  /**
   * @param username for ever: it ties the row to the user in Keycloak
   */
  public Agent(String username) {
    this.username = username;
  }

  /**
   * @param newEmail may be null
   */
  public void name(String newFirstName, String newLastName, @Nullable String newEmail) {
    this.firstName = newFirstName;
    this.lastName = newLastName;
    this.email = newEmail;
    tellKeycloak();
  }

  /** Gives the role and the places that go with it; places that do not are dropped. */
  public void place(AgentRole newRole, Collection<Site> newSites, @Nullable Partner newPartner) {
    this.role = newRole;
    this.sites.clear();
    if (newRole.needsSites()) {
      this.sites.addAll(newSites);
    }
    this.partner = newRole.needsPartner() ? newPartner : null;
    tellKeycloak();
  }

  private void tellKeycloak() {
    this.keycloakDue = true;
    this.keycloakRefusal = null;
    this.keycloakRefusedAt = null;
  }

  /** Lets nobody in by this row any more; what they did keeps their name. */
  void disable() {
    this.state = AgentState.disabled;
    tellKeycloak();
  }

  /** Deleted in Keycloak, by hand: so they are until somebody brings them back. */
  void goneFromKeycloak() {
    this.state = AgentState.disabled;
    this.keycloakId = null;
    this.keycloakDue = false;
  }

  void bringBack() {
    this.state = AgentState.active;
    tellKeycloak();
  }

  AgentStanding standing() {
    if (state == AgentState.disabled) {
      return AgentStanding.disabled;
    }
    return seenAt == null ? AgentStanding.invited : AgentStanding.active;
  }

  /** What a history says of them: name, role, places. */
  String summary() {
    String where =
        partner == null
            ? sites.stream().map(Site::name).sorted().collect(Collectors.joining(", "))
            : partner.name().fr();
    return String.join(
        " · ",
        firstName + " " + lastName,
        email == null ? "—" : email,
        role.name(),
        where.isEmpty() ? "—" : where);
  }

  public boolean mayWork() {
    return state == AgentState.active;
  }

  long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String firstName() {
    return firstName;
  }

  public String lastName() {
    return lastName;
  }

  public @Nullable String email() {
    return email;
  }

  public AgentRole role() {
    return role;
  }

  @Nullable Partner partner() {
    return partner;
  }

  public Set<Site> sites() {
    return Set.copyOf(sites);
  }

  public boolean canLogIn() {
    return keycloakId != null;
  }

  @Nullable String keycloakId() {
    return keycloakId;
  }

  @Nullable String keycloakRealm() {
    return keycloakRealm;
  }

  @Nullable String keycloakRefusal() {
    return keycloakRefusal;
  }

  int version() {
    return version;
  }
}
