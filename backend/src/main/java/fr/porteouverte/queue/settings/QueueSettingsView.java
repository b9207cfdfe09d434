package fr.porteouverte.queue.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.queue.change.QueueSite;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a house sets of its queue, in and out. */
@Schema(name = "QueueSettings")
public record QueueSettingsView(
    @Schema(
            minimum = "1",
            maximum = "" + MOST_NUMBERS,
            description =
                "How many who walk in get a number on one day, with the house's clerks and the"
                    + " permanences together; absent: all")
        @Nullable Integer numbersPerDay,
    @Schema(
            required = true,
            minimum = "0",
            maximum = "60",
            description =
                "Who was absent when called and is put back is not called by \"next\" for so many"
                    + " minutes; 0: at once")
        Integer backOffMinutes,
    @Schema(
            required = true,
            minimum = "1",
            maximum = "10",
            description = "Absent after so many calls, somebody is a no-show")
        Integer callsAtMost,
    @JsonIgnore int version)
    implements Versioned {
  private static final int MOST_NUMBERS = 999;

  static QueueSettingsView of(QueueSite row) {
    return new QueueSettingsView(
        row.numbersPerDay(), row.backOffMinutes(), row.callsAtMost(), row.settingsVersion());
  }

  /** Everything that is wrong is named at once. */
  void enterInto(QueueSite row) {
    FieldReader reader = new FieldReader();
    Integer numbers =
        numbersPerDay == null
            ? null
            : reader.number("numbersPerDay", numbersPerDay, 1, MOST_NUMBERS);
    int minutes = reader.number("backOffMinutes", backOffMinutes, 0, 60);
    int calls = reader.number("callsAtMost", callsAtMost, 1, 10);
    reader.check();
    row.set(numbers, minutes, calls);
  }
}
