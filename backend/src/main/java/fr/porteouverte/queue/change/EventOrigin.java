package fr.porteouverte.queue.change;

/** Where a change was entered. */
public enum EventOrigin {
  /** A clerk's screen. */
  counter,
  /** The touch screen at the entrance. */
  kiosk,
  /** Noted on paper and entered afterwards. */
  late,
  /** Nobody: the end of the day. */
  system
}
