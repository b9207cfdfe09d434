package fr.porteouverte.permanence;

import fr.porteouverte.site.OpeningMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A permanence as a manager enters it. {@link PermanenceReader} says what each field must be. */
@Schema(name = "PermanenceForm")
public record PermanenceForm(
    @Schema(required = true, description = "Cannot change later") String siteId,
    @Schema(description = "Absent: the house's own clerks. Cannot change later")
        @Nullable String partnerId,
    @Schema(required = true, description = "Ids; a visiting partner serves its own procedures")
        List<String> procedures,
    @Schema(
            required = true,
            examples = "FREQ=MONTHLY;BYDAY=2TU",
            description = "RFC 5545 RRULE in whole days: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY")
        String rrule,
    @Schema(required = true, format = "date", description = "The day from which the rule counts")
        String firstDate,
    @Schema(format = "date", description = "The last possible day") @Nullable String untilDate,
    @Schema(required = true, examples = "09:00", description = "Local time of the house")
        String from,
    @Schema(required = true, examples = "12:00", description = "Local time of the house") String to,
    @Schema(description = "False by default") @Nullable Boolean openOnHolidays,
    @Schema(required = true) OpeningMode mode,
    @Schema(required = true, minimum = "" + Terms.SHORTEST_SLOT, maximum = "" + Terms.LONGEST_SLOT)
        Integer slotMinutes,
    @Schema(required = true, minimum = "1", maximum = "" + Terms.MOST_CAPACITY) Integer capacity,
    @Schema(required = true, minimum = "0", maximum = "" + Terms.THIRTY_DAYS) Integer noticeMinutes,
    @Schema(required = true, minimum = "1", maximum = "" + Terms.WINDOW_DAYS) Integer horizonDays,
    @Schema(required = true, minimum = "0", maximum = "" + Terms.THIRTY_DAYS)
        Integer changeDeadlineMinutes,
    @Schema(description = "Days on which it leaves its rule, at most " + ExceptionReader.MOST)
        @Nullable List<ExceptionForm> exceptions,
    @Schema(
            maxLength = Particulars.LONGEST_TITLE,
            description = "What people call it; absent: the partner's name")
        @Nullable String titleFr,
    @Schema(maxLength = Particulars.LONGEST_TITLE, description = "Absent: the French one")
        @Nullable String titleEn,
    @Schema(
            maxLength = Particulars.LONGEST_ROOM,
            description = "The place in the house, for conflicts")
        @Nullable String room,
    @Schema(
            minimum = "0",
            maximum = "" + Particulars.MOST_CONFIRM_HOURS,
            defaultValue = "" + Particulars.CONFIRM_HOURS,
            description = "So long before a session its partner should have confirmed it")
        @Nullable Integer confirmHours,
    @Schema(
            minimum = "0",
            defaultValue = "0",
            description = "Places of each slot that only staff may book")
        @Nullable Integer keptPhone,
    @Schema(
            minimum = "0",
            defaultValue = "0",
            description = "Places of each slot that nobody may book: people just come")
        @Nullable Integer keptWalkIn,
    @Schema(
            minimum = "1",
            maximum = "" + Terms.MOST_NUMBERS,
            description = "How many who walk in get a number on one day; absent: all")
        @Nullable Integer numbersPerDay) {

  /** A day on which the permanence leaves its rule. */
  @Schema(name = "CalendarException")
  public record ExceptionForm(
      @Schema(required = true, format = "date") String date,
      @Schema(required = true) CalendarException.Kind kind,
      @Schema(examples = "14:00", description = "Of an added day, if other than usual")
          @Nullable String from,
      @Schema(examples = "16:00") @Nullable String to) {

    static ExceptionForm of(CalendarException day) {
      return new ExceptionForm(
          day.date().toString(),
          day.kind(),
          day.from() == null ? null : day.from().toString(),
          day.to() == null ? null : day.to().toString());
    }
  }
}
