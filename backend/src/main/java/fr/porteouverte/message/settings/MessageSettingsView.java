package fr.porteouverte.message.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Versioned;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house's settings, in and out. Times are local, {@code HH:mm}. */
@Schema(name = "MessageSettings")
public record MessageSettingsView(
    @Schema(
            required = true,
            minimum = "0",
            maximum = "7",
            description = "0: none on an earlier day")
        Integer reminderDays,
    @Schema(required = true, examples = "18:00") String reminderTime,
    @Schema(required = true, description = "One more on the day itself") Boolean morningReminder,
    @Schema(required = true, examples = "08:00") String morningTime,
    @Schema(
            required = true,
            examples = "20:00",
            description = "Nobody is written to from then on, unless they acted themselves")
        String quietFrom,
    @Schema(required = true, examples = "08:00") String quietTo,
    @Schema(required = true, description = "People may ask for an earlier slot") Boolean waitlist,
    @JsonIgnore int version)
    implements Versioned {

  static MessageSettingsView of(MessageSettings settings) {
    return new MessageSettingsView(
        settings.reminderDays(),
        settings.reminderTime().toString(),
        settings.morningReminder(),
        settings.morningTime().toString(),
        settings.quietHours().from().toString(),
        settings.quietHours().to().toString(),
        settings.waitlist(),
        settings.version());
  }

  /** Everything that is wrong is named at once. */
  void enterInto(MessageSettings settings) {
    FieldReader reader = new FieldReader();
    int days = reader.number("reminderDays", reminderDays, 0, 7);
    LocalTime at = time(reader, "reminderTime", reminderTime);
    reader.required("morningReminder", morningReminder);
    LocalTime morning = time(reader, "morningTime", morningTime);
    LocalTime from = time(reader, "quietFrom", quietFrom);
    LocalTime to = time(reader, "quietTo", quietTo);
    reader.required("waitlist", waitlist);
    if (from != null && to != null) {
      requireAwake(reader, new QuietHours(from, to), at, morning);
    }
    settings.remind(days, reader.checked(at), morningReminder, reader.checked(morning));
    settings.restBetween(reader.checked(from), reader.checked(to));
    settings.offerWaitlist(waitlist);
  }

  /** A reminder inside the quiet hours would go at their end: not what was entered. */
  private void requireAwake(
      FieldReader reader, QuietHours quiet, @Nullable LocalTime at, @Nullable LocalTime morning) {
    String fr = "Cette heure est dans les heures calmes.";
    String en = "This time is within the quiet hours.";
    if (at != null && quiet.at(at) && reminderDays != null && reminderDays > 0) {
      reader.wrong("reminderTime", fr, en);
    }
    if (morning != null && quiet.at(morning) && Boolean.TRUE.equals(morningReminder)) {
      reader.wrong("morningTime", fr, en);
    }
  }

  private static @Nullable LocalTime time(FieldReader reader, String name, String value) {
    return reader.time(name, reader.required(name, value));
  }
}
