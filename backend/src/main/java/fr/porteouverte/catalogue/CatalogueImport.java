package fr.porteouverte.catalogue;

import fr.porteouverte.register.RegisterKind;
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

/** A version of the catalogue, or a table of one register, that was brought in. */
@Entity
@Table(name = "catalogue_import")
class CatalogueImport {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private @Nullable String version;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private @Nullable RegisterKind kind;

  @Column(nullable = false)
  private Instant at;

  @Column(nullable = false)
  private String actor;

  private int created;
  private int changed;
  private int kept;

  @Column(name = "left_out")
  private int leftOut;

  private int unchanged;

  @Column(name = "undone_at")
  private @Nullable Instant undoneAt;

  @Column(name = "undone_by")
  private @Nullable String undoneBy;

  protected CatalogueImport() {}

  /**
   * @param version of the catalogue; null: a table
   * @param kind of the table; null: the catalogue
   */
  CatalogueImport(
      @Nullable String version,
      @Nullable RegisterKind kind,
      Instant at,
      String actor,
      Differences.Counts counts) {
    this.version = version;
    this.kind = kind;
    this.at = at;
    this.actor = actor;
    this.created = counts.created();
    this.changed = counts.changed();
    this.kept = counts.kept();
    this.leftOut = counts.leftOut();
    this.unchanged = counts.unchanged();
  }

  void undo(Instant when, String who) {
    this.undoneAt = when;
    this.undoneBy = who;
  }

  long id() {
    return id;
  }

  @Nullable String version() {
    return version;
  }

  @Nullable RegisterKind kind() {
    return kind;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }

  Differences.Counts counts() {
    return new Differences.Counts(created, changed, kept, leftOut, unchanged);
  }

  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  @Nullable String undoneBy() {
    return undoneBy;
  }
}
