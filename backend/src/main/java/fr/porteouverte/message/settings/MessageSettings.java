package fr.porteouverte.message.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalTime;

/** When a house writes to people. All times are its local ones. */
@Entity
@Table(name = "message_settings")
public class MessageSettings {
  @Id
  @Column(name = "site_id")
  private Long siteId;

  @Column(name = "reminder_days")
  private int reminderDays = 2;

  @Column(name = "reminder_time")
  private LocalTime reminderTime = LocalTime.of(18, 0);

  @Column(name = "morning_reminder")
  private boolean morningReminder = true;

  @Column(name = "morning_time")
  private LocalTime morningTime = LocalTime.of(8, 0);

  @Column(name = "quiet_from")
  private LocalTime quietFrom = LocalTime.of(20, 0);

  @Column(name = "quiet_to")
  private LocalTime quietTo = LocalTime.of(8, 0);

  @Column(name = "waitlist")
  private boolean waitlist = true;

  @Version private int version;

  /** Nobody changed them yet: the first change must be told from the state before it. */
  @Transient private boolean unsaved;

  MessageSettings() {}

  /** As a house has them that never changed any. */
  public MessageSettings(long siteId) {
    this.siteId = siteId;
    this.unsaved = true;
  }

  public void remind(int days, LocalTime time, boolean thatMorning, LocalTime morning) {
    this.reminderDays = days;
    this.reminderTime = time;
    this.morningReminder = thatMorning;
    this.morningTime = morning;
  }

  void restBetween(LocalTime from, LocalTime to) {
    this.quietFrom = from;
    this.quietTo = to;
  }

  void offerWaitlist(boolean offered) {
    this.waitlist = offered;
  }

  /** 0: none on an earlier day. */
  public int reminderDays() {
    return reminderDays;
  }

  public LocalTime reminderTime() {
    return reminderTime;
  }

  public boolean morningReminder() {
    return morningReminder;
  }

  public LocalTime morningTime() {
    return morningTime;
  }

  public QuietHours quietHours() {
    return new QuietHours(quietFrom, quietTo);
  }

  public boolean waitlist() {
    return waitlist;
  }

  int version() {
    return unsaved ? -1 : version;
  }
}
