package fr.porteouverte.queue.ticket;

/** The letter before a number: A for walk-ins, R for an appointment ("rendez-vous"). */
enum Series {
  A,
  R;

  /** {@code A012}: three digits at least. */
  String number(int number) {
    return name() + String.format("%03d", number);
  }
}
