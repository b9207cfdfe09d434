package fr.porteouverte.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A time in which a house is closed, by the clock on its wall. */
@Entity
public class Closure {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "site_id", nullable = false)
  private Site site;

  @Column(name = "from_time", nullable = false)
  private LocalDateTime from;

  @Column(name = "to_time", nullable = false)
  private LocalDateTime to;

  private @Nullable String reason;

  protected Closure() {}

  public Closure(Site site, LocalDateTime from, LocalDateTime to, @Nullable String reason) {
    this.site = site;
    change(from, to, reason);
  }

  /**
   * @param newFrom local time of the house, inclusive
   * @param newTo local time of the house, exclusive, after {@code newFrom}
   */
  public void change(LocalDateTime newFrom, LocalDateTime newTo, @Nullable String newReason) {
    if (!newFrom.isBefore(newTo)) {
      throw new IllegalArgumentException("a closure ends after it begins: " + newFrom);
    }
    this.from = newFrom;
    this.to = newTo;
    this.reason = newReason;
  }

  public long id() {
    return id;
  }

  public Site site() {
    return site;
  }

  public LocalDateTime from() {
    return from;
  }

  public LocalDateTime to() {
    return to;
  }

  public @Nullable String reason() {
    return reason;
  }
}
