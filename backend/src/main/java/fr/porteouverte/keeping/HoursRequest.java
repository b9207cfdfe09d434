package fr.porteouverte.keeping;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.site.OpeningHours.Weekday;
import fr.porteouverte.site.Site;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours that somebody thinks of: what would no longer fit them? */
@Schema(name = "HoursRequest")
public record HoursRequest(List<HoursForm> openingHours, List<ExceptionalForm> exceptionalHours) {

  public HoursRequest {
    openingHours = asSent(openingHours);
    exceptionalHours = asSent(exceptionalHours);
  }

  /** In the order and with the gaps of who sent it: what is wrong is named by its place there. */
  static <T> List<T> asSent(@Nullable List<T> sent) {
    return sent == null ? List.of() : Collections.unmodifiableList(sent);
  }

  /** Those of now. */
  static HoursRequest of(Site site) {
    return new HoursRequest(
        site.openingHours().stream().map(HoursForm::of).toList(),
        site.exceptionalHours().stream().map(ExceptionalForm::of).toList());
  }

  void check() {
    FieldReader fields = new FieldReader();
    HoursChecks.week(fields, "", openingHours);
    HoursChecks.exceptions(fields, "", exceptionalHours);
    fields.check();
  }

  /** A house that publishes no hours tells of none that something could be outside of. */
  boolean cover(LocalDateTime from, LocalDateTime to) {
    if (openingHours.isEmpty()) {
      return true;
    }
    LocalTime covered = from.toLocalTime();
    for (Span range : on(from.toLocalDate())) {
      if (!range.from().isAfter(covered) && range.to().isAfter(covered)) {
        covered = range.to();
      }
    }
    return from.toLocalDate().equals(to.toLocalDate()) && !covered.isBefore(to.toLocalTime());
  }

  private record Span(LocalTime from, LocalTime to) {
    static Span of(@Nullable String from, @Nullable String to) {
      return new Span(
          LocalTime.parse(Objects.requireNonNull(from)),
          LocalTime.parse(Objects.requireNonNull(to)));
    }
  }

  private List<Span> on(LocalDate day) {
    List<Span> own =
        exceptionalHours.stream()
            .filter(range -> day.toString().equals(range.date()))
            .sorted(ExceptionalForm.ORDER)
            .map(range -> Span.of(range.from(), range.to()))
            .toList();
    Weekday weekday = Weekday.values()[day.getDayOfWeek().ordinal()];
    return own.isEmpty()
        ? openingHours.stream()
            .filter(range -> range.weekday() == weekday)
            .sorted(HoursForm.ORDER)
            .map(range -> Span.of(range.from(), range.to()))
            .toList()
        : own;
  }
}
