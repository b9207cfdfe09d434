package fr.porteouverte.register;

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

/** One change of one row; appended, never changed. */
@Entity
@Table(name = "register_change")
class RegisterEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private RegisterKind kind;

  @Column(name = "row_id", nullable = false)
  private long rowId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private RegisterAct act;

  @Column(nullable = false)
  private Instant at;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String form;

  /** Which version of the row this is; null: that was not noted yet. */
  @Column(name = "row_version")
  private @Nullable Integer version;

  protected RegisterEntry() {}

  RegisterEntry(
      RegisterKind kind, RegisterRow row, RegisterAct act, Instant at, String actor, String form) {
    this.kind = kind;
    this.rowId = row.id();
    this.version = row.version();
    this.act = act;
    this.at = at;
    this.actor = actor;
    this.form = form;
  }

  long id() {
    return id;
  }

  RegisterAct act() {
    return act;
  }

  Instant at() {
    return at;
  }

  String actor() {
    return actor;
  }

  @Nullable Integer version() {
    return version;
  }

  String form() {
    return form;
  }
}
