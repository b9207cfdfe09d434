package fr.porteouverte.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A finding as it is kept with its report. */
@Entity
@Table(name = "import_finding")
public class ImportFinding {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "report_id", nullable = false)
  private long reportId;

  @Column(name = "row_number", nullable = false)
  private int row;

  @Column(name = "official_id")
  private @Nullable String officialId;

  @Column(nullable = false)
  private String kind;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private Finding.Severity severity;

  private @Nullable String found;
  private @Nullable String kept;

  protected ImportFinding() {}

  ImportFinding(long reportId, Finding finding) {
    this.reportId = reportId;
    this.row = finding.row();
    this.officialId = finding.officialId();
    this.kind = finding.kind().code();
    this.severity = finding.severity();
    this.found = finding.found();
    this.kept = finding.kept();
  }

  long id() {
    return id;
  }

  public int row() {
    return row;
  }

  public @Nullable String officialId() {
    return officialId;
  }

  public String kind() {
    return kind;
  }

  public Finding.Severity severity() {
    return severity;
  }

  public @Nullable String found() {
    return found;
  }

  public @Nullable String kept() {
    return kept;
  }
}
