package fr.porteouverte.event;

import fr.porteouverte.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** An open-door week, or a series of workshops, over one or several houses. */
@Entity
public class Event {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, updatable = false)
  private String code;

  @Column(name = "title_fr", nullable = false)
  private String titleFr;

  @Column(name = "title_en", nullable = false)
  private String titleEn;

  @Column(name = "summary_fr", nullable = false)
  private String summaryFr;

  @Column(name = "summary_en", nullable = false)
  private String summaryEn;

  @Column(name = "first_date", nullable = false)
  private LocalDate firstDate;

  @Column(name = "last_date", nullable = false)
  private LocalDate lastDate;

  @Column(nullable = false)
  private boolean published;

  @Column(name = "created_by", nullable = false, updatable = false)
  private String createdBy;

  @Version private int version;

  protected Event() {}

  /**
   * @param code of its public page; stays for ever, since posters show it
   */
  public Event(String code, String createdBy) {
    this.code = code;
    this.createdBy = createdBy;
  }

  public void describe(Text title, Text summary) {
    this.titleFr = title.fr();
    this.titleEn = title.en();
    this.summaryFr = summary.fr();
    this.summaryEn = summary.en();
  }

  /** Local days of its houses; the last one is part of it. */
  public void takePlace(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " to " + last);
    }
    this.firstDate = first;
    this.lastDate = last;
  }

  /** Whether people see it; what is booked stays booked either way. */
  public void show(boolean toPeople) {
    this.published = toPeople;
  }

  long id() {
    return id;
  }

  String code() {
    return code;
  }

  public Text title() {
    return new Text(titleFr, titleEn);
  }

  public Text summary() {
    return new Text(summaryFr, summaryEn);
  }

  public LocalDate firstDate() {
    return firstDate;
  }

  public LocalDate lastDate() {
    return lastDate;
  }

  public boolean published() {
    return published;
  }

  String createdBy() {
    return createdBy;
  }

  int version() {
    return version;
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDate) && !day.isAfter(lastDate);
  }
}
