package fr.porteouverte.account;

import fr.porteouverte.partner.Partner;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Somebody who logs in. Keycloak has the password; what they are, and where, stands here. */
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

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "partner_id")
  private @Nullable Partner partner;

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "agent_id", nullable = false, updatable = false)
  @OrderBy("id")
  private List<Assignment> assignments = new ArrayList<>();

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

  /**
   * What they are from now on, and where; nothing else.
   *
   * @param newPartner whom they act for, if they are a partner's agent
   */
  public void place(Collection<Assignment> wanted, @Nullable Partner newPartner) {
    Set<Assignment.Place> places =
        wanted.stream().map(Assignment::place).collect(Collectors.toSet());
    assignments.removeIf(one -> !places.remove(one.place()));
    wanted.stream().filter(one -> places.remove(one.place())).forEach(assignments::add);
    this.partner = is(AgentRole.partner) ? newPartner : null;
    tellKeycloak();
  }

  /** Soon, and whatever it said before. */
  void tellKeycloak() {
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

  /** Invited by a mistake: who never came keeps no address, which may be somebody's of now. */
  void takeBack() {
    if (seenAt == null) {
      this.email = null;
    }
    disable();
  }

  AgentStanding standing() {
    if (state == AgentState.disabled) {
      return AgentStanding.disabled;
    }
    return seenAt == null ? AgentStanding.invited : AgentStanding.active;
  }

  /** What a history says of them: name, address, roles and places. */
  String summary() {
    return String.join(
        " · ",
        firstName + " " + lastName,
        email == null ? "—" : email,
        Arrays.stream(AgentRole.values())
            .filter(this::is)
            .map(this::summary)
            .collect(Collectors.joining(" ; ")));
  }

  private String summary(AgentRole role) {
    Partner whom = role.needsPartner() ? partner : null;
    String where =
        assignments.stream()
            .filter(one -> one.role() == role)
            .map(one -> one.site() == null ? one.department() : one.site().name())
            .filter(Objects::nonNull)
            .sorted()
            .collect(Collectors.joining(", "));
    return Stream.of(role.name(), whom == null ? "" : whom.name().fr(), where)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining(" "));
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

  boolean is(AgentRole role) {
    return assignments.stream().anyMatch(one -> one.role() == role);
  }

  List<Assignment> assignments() {
    return List.copyOf(assignments);
  }

  Set<Assignment.Place> places() {
    return assignments.stream().map(Assignment::place).collect(Collectors.toUnmodifiableSet());
  }

  @Nullable Partner partner() {
    return partner;
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

  /** Keycloak has not heard of it yet, and is asked again and again. */
  boolean awaitsKeycloak() {
    return keycloakDue;
  }

  int version() {
    return version;
  }
}
