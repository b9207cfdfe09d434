package fr.porteouverte.keeping;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.site.OpeningHours.Weekday;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Hours that somebody thinks of: what would no longer fit them? */
@Schema(name = "HoursRequest")
public record HoursRequest(List<HoursForm> openingHours, List<ExceptionalForm> exceptionalHours) {

  public HoursRequest {
    openingHours = there(openingHours).sorted(HoursForm.ORDER).toList();
    exceptionalHours = there(exceptionalHours).sorted(ExceptionalForm.ORDER).toList();
  }

  private static <T> Stream<T> there(@Nullable List<T> sent) {
    return sent == null ? Stream.of() : sent.stream().filter(Objects::nonNull);
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
            .map(range -> Span.of(range.from(), range.to()))
            .toList();
    Weekday weekday = Weekday.values()[day.getDayOfWeek().ordinal()];
    return own.isEmpty()
        ? openingHours.stream()
            .filter(range -> range.weekday() == weekday)
            .map(range -> Span.of(range.from(), range.to()))
            .toList()
        : own;
  }
}
