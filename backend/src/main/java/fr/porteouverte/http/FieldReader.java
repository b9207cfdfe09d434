package fr.porteouverte.http;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and fields of a body, and says at once everything that is wrong. */
public final class FieldReader {
  private final List<FieldError> errors = new ArrayList<>();

  /** Something must be given. */
  public <T> @Nullable T required(String name, @Nullable T value) {
    if (value == null || value.toString().isBlank()) {
      wrong(name, "Cette information est nécessaire.", "This information is needed.");
    }
    return value;
  }

  /**
   * @return the number; the least one when it is missing or out of bounds, which is said
   */
  public int number(String name, @Nullable Integer value, int least, int most) {
    if (value == null) {
      required(name, null);
      return least;
    }
    if (value < least || value > most) {
      wrong(
          name,
          "Un nombre de " + least + " à " + most + " est attendu.",
          "A number from " + least + " to " + most + " is expected.");
      return least;
    }
    return value;
  }

  /**
   * @return the local time, or null when none is given or it cannot be read, which is said
   */
  public @Nullable LocalTime time(String name, @Nullable String value) {
    try {
      return value == null ? null : LocalTime.parse(value).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeException unreadable) {
      wrong(name, "Une heure comme 09:30 est attendue.", "A time such as 09:30 is expected.");
      return null;
    }
  }

  /**
   * @return the number of an id in a body; null when it cannot be one, which the caller says
   */
  public static @Nullable Long id(@Nullable String value) {
    try {
      return Ids.parse(value);
    } catch (NotFound unparsable) {
      return null;
    }
  }

  /**
   * @return the number of an id in a query; null when none is given or it cannot be one, which is
   *     said
   */
  public @Nullable Long id(String name, @Nullable String value) {
    Long id = id(value);
    if (value != null && id == null) {
      wrong(name, "Ce n’est pas un identifiant.", "This is not an id.");
    }
    return id;
  }

  /**
   * @return the local date, or the other one when none is given or it cannot be read, which is said
   */
  public LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
    LocalDate date = date(name, value);
    return date == null ? otherwise : date;
  }

  /**
   * @return the local date; null when none is given or it cannot be read, which is said
   */
  public @Nullable LocalDate date(String name, @Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      LocalDate date = value.length() == 10 ? LocalDate.parse(value) : null;
      if (date != null && MomentReader.within(date.getYear())) {
        return date;
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    wrong(
        name, "Une date comme 2026-11-24 est attendue.", "A date such as 2026-11-24 is expected.");
    return null;
  }

  /**
   * @return the moment with its offset; null when none is given or it cannot be read, which is said
   */
  public @Nullable OffsetDateTime moment(String name, @Nullable String value) {
    try {
      return value == null ? null : OffsetDateTime.parse(value);
    } catch (DateTimeException unreadable) {
      wrong(
          name,
          "Un moment comme 2026-11-24T10:20:00+01:00 est attendu.",
          "A moment such as 2026-11-24T10:20:00+01:00 is expected.");
      return null;
    }
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
   * @return how many items a page has, 1 to {@value Page#MOST}
   */
  public int limit(@Nullable String value, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (value.matches("[0-9]{1,3}")) {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= Page.MOST) {
        return limit;
      }
    }
    wrong(
        "limit",
        "Un nombre de 1 à " + Page.MOST + " est attendu.",
        "A number from 1 to " + Page.MOST + " is expected.");
    return otherwise;
  }

  /**
   * What was read, once nothing is wrong: every {@code null} was complained about.
   *
   * @throws InvalidRequest naming every wrong field
   */
  public <T> T checked(@Nullable T read) {
    check();
    return Objects.requireNonNull(read);
  }

  /** What is wrong so far. */
  public List<FieldError> errors() {
    return List.copyOf(errors);
  }

  public void wrong(FieldError error) {
    errors.add(error);
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
