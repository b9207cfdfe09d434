package fr.porteouverte.contract;

import fr.porteouverte.http.KeptAnswers;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An operation that goes, and is offered in another way meanwhile.
 *
 * @param operation as the contract calls it
 * @param since from this day (UTC) it says so
 * @param until on this day (UTC) it may be gone: six months later at the earliest, as {@code
 *     docs/integrators.md} promises
 * @param instead the operation that does the same
 */
record Retirement(String operation, LocalDate since, LocalDate until, String instead) {
  private static final int MONTHS = 6;

  Retirement {
    if (until.isBefore(since.plusMonths(MONTHS))) {
      throw new IllegalArgumentException(operation + " goes before six months are over");
    }
  }

  /** RFC 9745: a date as a structured field, in seconds. */
  String deprecation() {
    return "@" + since.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /** RFC 8594: a date of HTTP. */
  String sunset() {
    return KeptAnswers.date(until.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Where somebody reads what to do. */
  String link() {
    return "</api/guides/versions>; rel=\"deprecation\"; type=\"text/html\"";
  }

  String told() {
    return "Goes on " + until + " at the earliest; use `" + instead + "`.";
  }
}
