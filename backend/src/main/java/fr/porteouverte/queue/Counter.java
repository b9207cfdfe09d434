package fr.porteouverte.queue;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A desk at a house. It changes only in a {@link Turn} of its house. */
@Entity
class Counter {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private int position;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Serves serves;

  @ElementCollection
  @CollectionTable(name = "counter_procedure", joinColumns = @JoinColumn(name = "counter_id"))
  @Column(name = "procedure_id", nullable = false)
  @BatchSize(size = 50)
  private Set<Long> procedureIds = new HashSet<>();

  @Column(name = "permanence_id")
  private Long permanenceId;

  @Column(nullable = false)
  private boolean archived;

  @Column(name = "opened_by")
  private String openedBy;

  @Column(name = "opened_at")
  private Instant openedAt;

  /** Of what a manager enters; opening and closing do not count. */
  @Column(nullable = false)
  private int version;

  protected Counter() {}

  Counter(long siteId, int position) {
    this.siteId = siteId;
    this.position = position;
  }

  /**
   * @param procedures only for {@link Serves#procedures}
   * @param permanence only for {@link Serves#permanence}
   */
  void describe(String newName, Serves whom, Collection<Long> procedures, Long permanence) {
    this.name = newName;
    this.serves = whom;
    this.procedureIds.retainAll(procedures);
    this.procedureIds.addAll(procedures);
    this.permanenceId = permanence;
  }

  void changed() {
    version++;
  }

  void archive() {
    archived = true;
    close();
  }

  void open(String agent, Instant now) {
    openedBy = agent;
    openedAt = now;
  }

  void close() {
    openedBy = null;
    openedAt = null;
  }

  /** A desk left open yesterday is not open today. */
  boolean openOn(LocalDate day, ZoneId zone) {
    return openedAt != null && openedAt.atZone(zone).toLocalDate().equals(day);
  }

  /** Whether whoever has this ticket may be called here by "next". */
  boolean mayServe(Ticket ticket) {
    return switch (serves) {
      case permanence ->
          ticket.permanence() != null && ticket.permanence().isOrFollows(permanenceId);
      case all -> ticket.forTheHouse();
      case procedures -> ticket.forTheHouse() && procedureIds.contains(ticket.procedure().id());
    };
  }

  /** Whether it serves people who come to the house's own clerks. */
  boolean servesTheHouse() {
    return serves != Serves.permanence;
  }

  long id() {
    return id;
  }

  long siteId() {
    return siteId;
  }

  String name() {
    return name;
  }

  int position() {
    return position;
  }

  Serves serves() {
    return serves;
  }

  Set<Long> procedureIds() {
    return Set.copyOf(procedureIds);
  }

  Long permanenceId() {
    return permanenceId;
  }

  boolean archived() {
    return archived;
  }

  String openedBy() {
    return openedBy;
  }

  int version() {
    return version;
  }
}
