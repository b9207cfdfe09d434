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

  @Nullable String keycloakRefusal() {
    return keycloakRefusal;
  }

  int version() {
    return version;
  }
}
