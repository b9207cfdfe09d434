package fr.porteouverte.imports;

import fr.porteouverte.imports.change.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a file would change, or changed. Every row has one outcome, or was refused. */
@Entity
@Table(name = "import_report")
public class ImportReport {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private ImportKind kind;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private ImportState state = ImportState.waiting;

  @Column(name = "file_name")
  private @Nullable String fileName;

  private @Nullable String actor;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Embedded private ImportCounts counts = ImportCounts.NONE;

  private @Nullable String digest;

  @Column(nullable = false)
  private boolean stale;

  @Column(nullable = false)
  private int progress;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  protected ImportReport() {}

  /**
   * @param fileName as its sender calls it; may be null
   */
  public ImportReport(ImportKind kind, @Nullable String fileName, String actor, Instant startedAt) {
    this.kind = kind;
    this.fileName = fileName;
    this.actor = actor;
    this.startedAt = startedAt;
  }

  /** Now it is known what would change. */
  public void lookedAt(Plan plan, Instant at) {
    this.stale = digest != null;
    this.digest = plan.digest();
    planned(plan, at, ImportState.ready);
  }

  /** Somebody wants it done. */
  public void ask() {
    this.state = ImportState.applying;
    this.stale = false;
    this.progress = 0;
  }

  public void apply(Plan plan, Instant at) {
    planned(plan, at, ImportState.applied);
  }

  private void planned(Plan plan, Instant at, ImportState next) {
    this.counts = ImportCounts.of(plan);
    this.finishedAt = at;
    this.state = next;
    this.progress = 100;
  }

  public void fail(Instant at) {
    this.finishedAt = at;
    this.state = ImportState.failed;
  }

  public void undo(Instant at, String by) {
    this.state = ImportState.undone;
    this.undoneAt = at;
    this.undoneBy = by;
  }

  public long id() {
    return id;
  }

  public ImportKind kind() {
    return kind;
  }

  public ImportState state() {
    return state;
  }

  public @Nullable String fileName() {
    return fileName;
  }

  /** Null: of an import before anybody noted it. */
  public @Nullable String actor() {
    return actor;
  }

  Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant finishedAt() {
    return finishedAt;
  }

  public ImportCounts counts() {
    return counts;
  }

  /** Null: nobody knows yet what would change, or it was imported before anybody could look. */
  public @Nullable String digest() {
    return digest;
  }

  boolean stale() {
    return stale;
  }

  int progress() {
    return progress;
  }

  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  @Nullable String undoneBy() {
    return undoneBy;
  }
}
