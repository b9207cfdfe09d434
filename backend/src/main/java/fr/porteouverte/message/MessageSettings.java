package fr.porteouverte.message;

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

  @Column(name = "earlier_slots")
  private boolean earlierSlots = true;

  @Version private int version;

  /** Nobody changed them yet: the first change must be told from the state before it. */
  @Transient private boolean unsaved;

  protected MessageSettings() {}

  /** As a house has them that never changed any. */
  MessageSettings(long siteId) {
    this.siteId = siteId;
    this.unsaved = true;
  }

  void remind(int days, LocalTime time, boolean thatMorning, LocalTime morning) {
    this.reminderDays = days;
    this.reminderTime = time;
    this.morningReminder = thatMorning;
    this.morningTime = morning;
  }

  void restBetween(LocalTime from, LocalTime to) {
    this.quietFrom = from;
    this.quietTo = to;
  }

  void offerEarlierSlots(boolean offered) {
    this.earlierSlots = offered;
  }

  /** 0: none on an earlier day. */
  int reminderDays() {
    return reminderDays;
  }

  LocalTime reminderTime() {
    return reminderTime;
  }

  boolean morningReminder() {
    return morningReminder;
  }

  LocalTime morningTime() {
    return morningTime;
  }

  QuietHours quietHours() {
    return new QuietHours(quietFrom, quietTo);
  }

  boolean earlierSlots() {
    return earlierSlots;
  }

  int version() {
    return unsaved ? -1 : version;
  }
}
