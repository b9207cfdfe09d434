package fr.porteouverte.planning;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.CalendarException;
import fr.porteouverte.permanence.LaterPart;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceForm;
import fr.porteouverte.permanence.PermanenceReader;
import fr.porteouverte.permanence.PermanenceReader.Entry;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.planning.Edit.Cut;
import fr.porteouverte.planning.Edit.Part;
import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from a form and a scope what becomes of a series. Stores nothing. */
@ApplicationScoped
class Edits {
  @Inject PermanenceReader reader;
  @Inject Clock clock;

  Edit fresh(@Nullable PermanenceForm form) {
    Entry entry = reader.read(needed(form));
    Permanence wished = new Permanence(entry.site(), entry.partner());
    entry.writeTo(wished);
    LocalDate today = today(wished);
    LocalDate first = wished.firstDate().isBefore(today) ? today : wished.firstDate();
    return Edit.whole(null, wished, first);
  }

  /**
   * @param day of the occurrence, for the scopes that need one
   * @param form null: the occurrence is taken out
   * @throws InvalidRequest naming every wrong field
   */
  Edit read(
      Permanence before,
      @Nullable Scope scope,
      @Nullable String day,
      @Nullable PermanenceForm form) {
    FieldReader fields = new FieldReader();
    fields.required("scope", scope);
    fields.check();
    if (scope == Scope.all) {
      return whole(before, entry(before, form));
    }
    LocalDate date = fields.checked(fields.date("date", fields.required("date", day)));
    if (date.isBefore(today(before))) {
      throw InvalidRequest.of("date", "Cette date est passée.", "This is in the past.");
    }
    return scope == Scope.following
        ? following(before, date, entry(before, form))
        : one(before, date, form == null ? null : entry(before, form));
  }

  private Edit whole(Permanence before, Entry entry) {
    Permanence wished = draft(before);
    entry.writeTo(wished);
    return Edit.whole(before, wished, today(before));
  }

  private Edit following(Permanence before, LocalDate cut, Entry entry) {
    if (beginsWith(before, cut)) {
      return whole(before, entry);
    }
    Permanence first = draft(before);
    first.schedule(before.schedule().endingBefore(cut));
    first.exceptions(before.exceptions().stream().filter(e -> e.date().isBefore(cut)).toList());

    Permanence second = draft(before);
    entry.writeTo(second);
    second.follow(before);
    LaterPart later = later(before, cut, entry.schedule());
    second.schedule(later.schedule());
    List<CalendarException> days = new ArrayList<>(later.skipped());
    entry.exceptions().stream().filter(e -> !e.date().isBefore(cut)).forEach(days::add);
    second.exceptions(days);
    return new Edit(
        before,
        first,
        new Cut(second, cut, Edit.EVER),
        List.of(new Part(before.id(), second, cut, Edit.EVER)));
  }

  /** Nothing of the series lies before that day: there is nothing to cut. */
  private static boolean beginsWith(Permanence before, LocalDate cut) {
    if (!cut.isAfter(before.firstDate())) {
      return true;
    }
    Schedule schedule = before.schedule();
    return schedule.rule().dates(schedule.first(), schedule.first(), cut, zone(before)).isEmpty()
        && before.exceptions().stream().noneMatch(e -> e.date().isBefore(cut));
  }

  /** A rule that nobody touched goes on with its own days; another begins with the cut. */
  private LaterPart later(Permanence before, LocalDate cut, Schedule wished) {
    if (wished.until() != null && wished.until().isBefore(cut)) {
      throw InvalidRequest.of(
          "untilDate",
          "La fin suit le premier jour modifié.",
          "The end comes after the first day that changes.");
    }
    boolean same =
        wished.rule().text().equals(before.rrule())
            && (wished.first().equals(before.firstDate()) || wished.first().equals(cut));
    LocalDate first = wished.first().isBefore(cut) ? cut : wished.first();
    Schedule schedule =
        new Schedule(
            wished.rule(),
            same ? before.firstDate() : first,
            wished.until(),
            wished.from(),
            wished.to(),
            wished.openOnHolidays());
    return same
        ? LaterPart.of(schedule, cut, today(before), zone(before))
        : new LaterPart(schedule, List.of());
  }

  private Edit one(Permanence before, LocalDate day, @Nullable Entry entry) {
    if (before.calendar(List.of()).sessions(day, day.plusDays(1)).isEmpty()) {
      throw InvalidRequest.of(
          "date", "Il n’y a pas de séance ce jour-là.", "There is no session on that day.");
    }
    Permanence first = draft(before);
    first.exceptions(OneDay.without(before, day));
    if (entry == null) {
      return new Edit(before, first, null, List.of(part(before, first, day)));
    }
    LocalDate on = entry.schedule().first();
    if (on.equals(before.firstDate())) {
      on = day;
    }
    if (on.isBefore(today(before))) {
      throw InvalidRequest.of("firstDate", "Cette date est passée.", "This is in the past.");
    }
    return differs(before, entry)
        ? ofItsOwn(before, first, day, on, entry)
        : atAnotherTime(before, first, day, on, entry);
  }

  private static Edit atAnotherTime(
      Permanence before, Permanence first, LocalDate day, LocalDate on, Entry entry) {
    first.exceptions(OneDay.moved(before, day, on, entry.schedule().from(), entry.schedule().to()));
    List<Part> parts = new ArrayList<>(List.of(part(before, first, day)));
    if (!on.equals(day)) {
      parts.add(part(before, first, on));
    }
    return new Edit(before, first, null, parts);
  }

  private static Edit ofItsOwn(
      Permanence before, Permanence first, LocalDate day, LocalDate on, Entry entry) {
    Permanence second = draft(before);
    entry.writeTo(second);
    second.follow(before);
    second.schedule(OneDay.schedule(on, entry.schedule().from(), entry.schedule().to()));
    second.exceptions(List.of());
    List<Part> parts = new ArrayList<>(List.of(part(before, second, day)));
    if (!on.equals(day)) {
      parts.add(new Part(null, second, on, on.plusDays(1)));
    }
    return new Edit(before, first, new Cut(second, day, day.plusDays(1)), parts);
  }

  private static Part part(Permanence before, Permanence wished, LocalDate day) {
    return new Part(before.id(), wished, day, day.plusDays(1));
  }

  /** In more than its time: an exception cannot say that. */
  private static boolean differs(Permanence before, Entry entry) {
    Set<Long> served =
        entry.procedures().stream().map(procedure -> procedure.id()).collect(Collectors.toSet());
    return !entry.terms().equals(before.terms())
        || !entry.particulars().equals(before.particulars())
        || !served.equals(
            before.procedures().stream().map(p -> p.id()).collect(Collectors.toSet()));
  }

  private Entry entry(Permanence before, @Nullable PermanenceForm form) {
    Entry entry = reader.read(needed(form));
    entry.requireSame(before);
    return entry;
  }

  private static PermanenceForm needed(@Nullable PermanenceForm form) {
    FieldReader fields = new FieldReader();
    fields.required("form", form);
    return fields.checked(form);
  }

  private static Permanence draft(Permanence before) {
    Permanence draft = new Permanence(before.site(), before.partner());
    draft.become(before);
    return draft;
  }

  private LocalDate today(Permanence permanence) {
    return LocalDate.now(clock.withZone(zone(permanence)));
  }

  private static java.time.ZoneId zone(Permanence permanence) {
    return permanence.site().zone();
  }
}
