package fr.porteouverte.queue.ticket;

/** How a person came: expected, or not. */
public enum TicketOrigin {
  appointment(Series.R),
  walkIn(Series.A);

  private final Series series;

  TicketOrigin(Series series) {
    this.series = series;
  }

  Series series() {
    return series;
  }
}
