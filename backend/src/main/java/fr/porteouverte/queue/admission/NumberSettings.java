package fr.porteouverte.queue.admission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** How many numbers a house gives. */
@Entity
@Table(name = "number_settings")
class NumberSettings {
  static final int MOST = 999;

  @Id
  @Column(name = "site_id")
  private Long siteId;

  @Column(name = "numbers_per_day")
  private @Nullable Integer numbersPerDay;

  @Version private int version;

  /** Nobody changed them yet: the first change must be told from the state before it. */
  @Transient private boolean unsaved;

  protected NumberSettings() {}

  /** As a house has them that never changed any. */
  NumberSettings(long siteId) {
    this.siteId = siteId;
    this.unsaved = true;
  }

  void limit(@Nullable Integer perDay) {
    this.numbersPerDay = perDay;
  }

  /** To people who walk in, on one day; null: to all of them. */
  @Nullable Integer numbersPerDay() {
    return numbersPerDay;
  }

  int version() {
    return unsaved ? -1 : version;
  }
}
