package fr.porteouverte.account;

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
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One role in one place. An agent has as many as they are something somewhere. */
@Entity
public class Assignment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, updatable = false)
  private AgentRole role;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "site_id", updatable = false)
  private @Nullable Site site;

  @Column(updatable = false)
  private @Nullable String department;

  protected Assignment() {}

  private Assignment(AgentRole role, @Nullable Site site, @Nullable String department) {
    this.role = role;
    this.site = site;
    this.department = department;
  }

  /** A clerk's or a manager's in a house, or a partner's agent's for it. */
  public static Assignment at(AgentRole role, Site site) {
    return new Assignment(role, site, null);
  }

  /** A partner's agent's or an observer's, for the houses of a department. */
  public static Assignment inDepartment(AgentRole role, String department) {
    return new Assignment(role, null, department);
  }

  /** A role that has no place, or that counts in the whole country. */
  public static Assignment everywhere(AgentRole role) {
    return new Assignment(role, null, null);
  }

  /**
   * What it says, to be compared.
   *
   * @param site id of a house; null: none
   * @param department null: none
   */
  record Place(AgentRole role, @Nullable Long site, @Nullable String department) {}

  Place place() {
    return new Place(role, site == null ? null : site.id(), department);
  }

  AgentRole role() {
    return role;
  }

  @Nullable Site site() {
    return site;
  }

  @Nullable String department() {
    return department;
  }
}
