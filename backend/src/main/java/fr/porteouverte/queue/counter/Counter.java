package fr.porteouverte.queue.counter;

import fr.porteouverte.http.Etag;
import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.order.Serves;
import fr.porteouverte.queue.ticket.Ticket;
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
import java.util.stream.IntStream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A counter at a house. It changes only in a {@link LockedQueue} of its house. */
@Entity
public class Counter {
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
  private @Nullable Long permanenceId;

  @Column(nullable = false)
  private boolean archived;

  @Column(name = "opened_by")
  private @Nullable String openedBy;

  @Column(name = "opened_at")
  private @Nullable Instant openedAt;

  /** Of what a manager enters, of opening and of closing. */
  @Column(nullable = false)
  private int version;

  /** The version at which a manager entered something last. */
  @Column(nullable = false)
  private int edited;

  Counter() {}

  public Counter(long siteId, int position) {
    this.siteId = siteId;
    this.position = position;
  }

  /**
   * @param procedures only for {@link Serves#procedures}
   * @param permanence only for {@link Serves#permanence}
   */
  public void describe(
      String newName, Serves whom, Collection<Long> procedures, @Nullable Long permanence) {
    this.name = newName;
    this.serves = whom;
    this.procedureIds.retainAll(procedures);
    this.procedureIds.addAll(procedures);
    this.permanenceId = permanence;
  }

  void edited() {
    edited = ++version;
  }

  /**
   * Whether a manager who saw this version overwrites nobody: opening and closing meanwhile change
   * nothing of what is entered.
   */
  boolean mayEdit(String ifMatch) {
    return IntStream.rangeClosed(edited, version).anyMatch(seen -> Etag.names(ifMatch, seen));
  }

  void archive() {
    archived = true;
    close();
  }

  public void open(String agent, Instant now) {
    version++;
    openedBy = agent;
    openedAt = now;
  }

  public void close() {
    version++;
    openedBy = null;
    openedAt = null;
  }

  /** A counter left open yesterday is not open today. */
  public boolean openOn(LocalDate day, ZoneId zone) {
    return openedAt != null && openedAt.atZone(zone).toLocalDate().equals(day);
  }

  /** Whether whoever has this ticket may be called here by "next". */
  public boolean mayServe(Ticket ticket) {
    // Who does not know yet what for is guided at any counter of the house.
    boolean guided =
        serves == Serves.procedures && ticket.forTheHouse() && ticket.procedure().reception();
    return guided || mayServe(ticket.procedure().id(), ticket.permanence());
  }

  /**
   * Whether whoever comes for that may be called here by "next".
   *
   * @param host null: the house's own clerks
   */
  public boolean mayServe(long procedureId, @Nullable Permanence host) {
    boolean forTheHouse = host == null || host.host() == Host.house;
    return switch (serves) {
      case permanence -> host != null && permanenceId != null && host.isOrFollows(permanenceId);
      case all -> forTheHouse;
      case procedures -> forTheHouse && procedureIds.contains(procedureId);
    };
  }

  /** Whether it serves people who come to the house's own clerks. */
  public boolean servesTheHouse() {
    return serves != Serves.permanence;
  }

  public long id() {
    return id;
  }

  public long siteId() {
    return siteId;
  }

  public String name() {
    return name;
  }

  public Serves serves() {
    return serves;
  }

  public Set<Long> procedureIds() {
    return Set.copyOf(procedureIds);
  }

  public @Nullable Long permanenceId() {
    return permanenceId;
  }

  public @Nullable String openedBy() {
    return openedBy;
  }

  public @Nullable Instant openedAt() {
    return openedAt;
  }

  public int version() {
    return version;
  }
}
