package fr.porteouverte.queue.arrival;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slip that a visitor brings. */
final class Slip {
  /** Its code holds the booking's address: {@code https://…/rendez-vous/K7QF2MXD#secret}. */
  private static final Pattern ADDRESS = Pattern.compile("/rendez-vous/([A-Za-z0-9-]{8,9})");

  private Slip() {}

  /**
   * @param scanned a reference as people write it, or the whole text of the code
   */
  static String reference(String scanned) {
    Matcher address = ADDRESS.matcher(scanned);
    return address.find() ? address.group(1) : scanned;
  }
}
