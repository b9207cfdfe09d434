package fr.porteouverte.http;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of query parameters and says at once everything that is wrong with them. */
public final class QueryReader {
  private static final int MOST = 100;

  private final List<FieldError> errors = new ArrayList<>();

  /** Something must be given. */
  public String required(String name, String value) {
    if (value == null || value.isBlank()) {
      wrong(name, "Ce paramètre est nécessaire.", "This parameter is needed.");
    }
    return value;
  }

  /**
   * @return the local date, or the other one when none is given or it cannot be read
   */
  public LocalDate date(String name, String value, LocalDate otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      // Four digits a year: what lies beyond no database holds.
      if (value.length() == 10) {
        return LocalDate.parse(value);
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    wrong(
        name, "Une date comme 2026-11-24 est attendue.", "A date such as 2026-11-24 is expected.");
    return otherwise;
  }

  /** The {@code to} of a range whose other end is {@code from}. */
  public void range(LocalDate from, LocalDate to, int mostDays) {
    if (!from.isBefore(to) || to.isAfter(from.plusDays(mostDays))) {
      wrong(
          "to",
          "« to » doit suivre « from » de 1 à " + mostDays + " jours.",
          "\"to\" must be 1 to " + mostDays + " days after \"from\".");
    }
  }

  /**
   * @return how many items a page has, 1 to {@value #MOST}
   */
  public int limit(String value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    wrong(
        "limit",
        "Un nombre de 1 à " + MOST + " est attendu.",
        "A number from 1 to " + MOST + " is expected.");
    return otherwise;
  }

  public void wrong(String name, String fr, String en) {
    errors.add(FieldError.of(name, fr, en));
  }

  /**
   * @throws InvalidRequest naming every wrong parameter
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }
}
