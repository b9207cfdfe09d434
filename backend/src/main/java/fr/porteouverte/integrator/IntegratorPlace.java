package fr.porteouverte.integrator;

import fr.porteouverte.site.Site;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A house of another system's, or all houses of a department. */
@Entity
@Table(name = "integrator_place")
class IntegratorPlace {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "site_id", updatable = false)
  private @Nullable Site site;

  @Column(updatable = false)
  private @Nullable String department;

  protected IntegratorPlace() {}

  private IntegratorPlace(@Nullable Site site, @Nullable String department) {
    this.site = site;
    this.department = department;
  }

  static IntegratorPlace at(Site site) {
    return new IntegratorPlace(site, null);
  }

  static IntegratorPlace in(String department) {
    return new IntegratorPlace(null, department);
  }

  @Nullable Site site() {
    return site;
  }

  @Nullable String department() {
    return department;
  }
}
