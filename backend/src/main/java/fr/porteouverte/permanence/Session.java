package fr.porteouverte.permanence;

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
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One dated occurrence of a permanence. Its row is made by materialisation. */
@Entity
public class Session {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "permanence_id", nullable = false)
  private Permanence permanence;

  @Column(name = "site_id", nullable = false)
  private long siteId;

  @Column(name = "local_date", nullable = false)
  private LocalDate date;

  @Column(name = "start_at", nullable = false)
  private Instant start;

  @Column(name = "end_at", nullable = false)
  private Instant end;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false)
  private SessionState state;

  @Column(nullable = false)
  private boolean withdrawn;

  protected Session() {}

  public long id() {
    return id;
  }

  public Permanence permanence() {
    return permanence;
  }

  public LocalDate date() {
    return date;
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return end;
  }

  public SessionState state() {
    return state;
  }

  /** The calendar no longer has it; it stays for those who have a seat. */
  public boolean withdrawn() {
    return withdrawn;
  }
}
