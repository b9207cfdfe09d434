package fr.porteouverte.queue.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a house that every change of its queue locks first, with what the house sets of it.
 */
@Entity
@Table(name = "queue_site")
public class QueueSite {
  @Id
  @Column(name = "site_id")
  private Long siteId;

  @Column(nullable = false)
  private long seq;

  @Column(name = "local_date", nullable = false)
  private LocalDate date;

  @Column(name = "numbers_per_day")
  private @Nullable Integer numbersPerDay;

  @Column(name = "back_off_minutes", nullable = false)
  private int backOffMinutes = 5;

  @Column(name = "calls_at_most", nullable = false)
  private int callsAtMost = 3;

  /** Of what the house sets. */
  @Column(name = "settings_version", nullable = false)
  private int settingsVersion;

  protected QueueSite() {}

  /** As a house has it that never had a queue; not persisted. */
  static QueueSite none() {
    return new QueueSite();
  }

  /**
   * @param perDay how many who walk in get a number on one day; null: all of them
   * @param backOff how many minutes "next" passes over who was absent when called
   * @param calls absent after so many calls, somebody is a no-show
   */
  public void set(@Nullable Integer perDay, int backOff, int calls) {
    numbersPerDay = perDay;
    backOffMinutes = backOff;
    callsAtMost = calls;
    settingsVersion++;
  }

  /** To people who walk in, on one day; null: to all of them. */
  public @Nullable Integer numbersPerDay() {
    return numbersPerDay;
  }

  public int backOffMinutes() {
    return backOffMinutes;
  }

  public int callsAtMost() {
    return callsAtMost;
  }

  public int settingsVersion() {
    return settingsVersion;
  }

  long nextSeq() {
    return ++seq;
  }

  /** The local day that its queue is at. */
  LocalDate date() {
    return date;
  }

  void begin(LocalDate day) {
    this.date = day;
  }
}
