package fr.porteouverte.queue.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The row of a house that every change of its queue locks first. */
@Entity
@Table(name = "queue_site")
class QueueSite {
  @Id
  @Column(name = "site_id")
  private Long siteId;

  @Column(nullable = false)
  private long seq;

  @Column(name = "local_date", nullable = false)
  private LocalDate date;

  protected QueueSite() {}

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
