package fr.porteouverte.imports;

import jakarta.persistence.Column;
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

/** What became of one file. Every row was created, updated, unchanged or refused. */
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

  @Column(name = "file_name")
  private @Nullable String fileName;

  @Column(name = "started_at", nullable = false)
  private Instant startedAt;

  @Column(name = "finished_at", nullable = false)
  private Instant finishedAt;

  @Column(name = "rows_read", nullable = false)
  private int rows;

  @Column(nullable = false)
  private int created;

  @Column(nullable = false)
  private int updated;

  @Column(nullable = false)
  private int unchanged;

  @Column(nullable = false)
  private int refused;

  protected ImportReport() {}

  /**
   * @param fileName as its sender calls it; may be null
   */
  ImportReport(ImportKind kind, @Nullable String fileName, Instant startedAt) {
    this.kind = kind;
    this.fileName = fileName;
    this.startedAt = startedAt;
  }

  void finish(Instant at, int read, int made, int changed, int same, int rejected) {
    if (read != made + changed + same + rejected) {
      throw new IllegalStateException("rows went missing: " + read + " were read");
    }
    this.finishedAt = at;
    this.rows = read;
    this.created = made;
    this.updated = changed;
    this.unchanged = same;
    this.refused = rejected;
  }

  long id() {
    return id;
  }

  public ImportKind kind() {
    return kind;
  }

  public @Nullable String fileName() {
    return fileName;
  }

  Instant startedAt() {
    return startedAt;
  }

  public Instant finishedAt() {
    return finishedAt;
  }

  int rows() {
    return rows;
  }

  public int created() {
    return created;
  }

  public int updated() {
    return updated;
  }

  public int unchanged() {
    return unchanged;
  }

  public int refused() {
    return refused;
  }
}
