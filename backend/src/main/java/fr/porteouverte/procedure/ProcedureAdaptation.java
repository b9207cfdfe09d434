package fr.porteouverte.procedure;

import fr.porteouverte.register.RegisterRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * What one house does otherwise than the register says of a procedure. What it leaves alone follows
 * the register, and so the next version of the national catalogue. Once made it stays, also when
 * nothing of it is the house's own any more: its history and its version go on.
 */
@Entity
@Table(name = "procedure_adaptation")
public class ProcedureAdaptation implements RegisterRow {
  /** Between the house's code and the procedure's; the latter never has one. */
  public static final String BETWEEN = "/";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "site_id", nullable = false, updatable = false)
  private long siteId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "procedure_id", nullable = false, updatable = false)
  private Procedure procedure;

  // The house's code lies in a room above this one: the query names its table, the code does not.
  @Formula(
      "(select coalesce(s.official_id, s.code, 'maison-' || s.id) || '/' || p.code"
          + " from site s, procedure p where s.id = site_id and p.id = procedure_id)")
  private String code;

  @Column(name = "duration_minutes")
  private @Nullable Integer durationMinutes;

  private @Nullable String note;

  @ElementCollection
  @CollectionTable(
      name = "procedure_adaptation_document",
      joinColumns = @JoinColumn(name = "adaptation_id"))
  @OrderColumn(name = "position", nullable = false)
  @BatchSize(size = 100)
  private List<AdaptedNeed> documents = new ArrayList<>();

  @Column(name = "beneath_minutes", nullable = false)
  private int beneathMinutes;

  @Column(name = "beneath_documents", nullable = false)
  private String beneathDocuments;

  @Version private int version;

  protected ProcedureAdaptation() {}

  /**
   * @param siteCode of the house with that id
   */
  public ProcedureAdaptation(long siteId, String siteCode, Procedure procedure) {
    this.siteId = siteId;
    this.procedure = procedure;
    this.code = siteCode + BETWEEN + procedure.code();
  }

  /**
   * @param minutes null: as the register says
   * @param words null: none
   */
  void adapt(@Nullable Integer minutes, List<AdaptedNeed> needs, @Nullable String words) {
    this.durationMinutes = minutes;
    this.note = words;
    this.documents.clear();
    this.documents.addAll(needs);
    look();
  }

  /** From now on the register is as the house saw it. */
  void look() {
    this.beneathMinutes = Math.toIntExact(procedure.duration().toMinutes());
    this.beneathDocuments = Beneath.written(procedure.documents());
  }

  void whole() {
    Hibernate.initialize(documents);
  }

  @Override
  public long id() {
    return id;
  }

  public long siteId() {
    return siteId;
  }

  public Procedure procedure() {
    return procedure;
  }

  @Override
  public String code() {
    return code;
  }

  /** Null: as the register says. */
  @Nullable Duration duration() {
    return durationMinutes == null ? null : Duration.ofMinutes(durationMinutes);
  }

  /** Null: none. */
  @Nullable String note() {
    return note;
  }

  List<AdaptedNeed> documents() {
    return List.copyOf(documents);
  }

  /** What became of the register beneath it since the house looked last. */
  Beneath beneath() {
    return Beneath.of(procedure, beneathMinutes, beneathDocuments);
  }

  /** Whether anything is the house's own. */
  boolean adapts() {
    return durationMinutes != null || note != null || !documents.isEmpty();
  }

  /** From 1 on: 0 is before there was any. */
  @Override
  public int version() {
    return version + 1;
  }

  @Override
  public boolean archived() {
    return false;
  }

  @Override
  public void archive(@Nullable Instant at) {
    throw new UnsupportedOperationException("what a house adapted is given up, not archived");
  }
}
