package fr.porteouverte.queue.admission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many numbers a house gives, in and out. */
@Schema(name = "NumberSettings")
public record NumberSettingsView(
    @Schema(
            minimum = "1",
            maximum = "" + NumberSettings.MOST,
            description =
                "How many who walk in get a number on one day, with the house's clerks and the"
                    + " permanences together; absent: all")
        @Nullable Integer numbersPerDay,
    @JsonIgnore int version)
    implements Versioned {

  static NumberSettingsView of(NumberSettings settings) {
    return new NumberSettingsView(settings.numbersPerDay(), settings.version());
  }

  void enterInto(NumberSettings settings) {
    FieldReader fields = new FieldReader();
    Integer limit =
        numbersPerDay == null
            ? null
            : fields.number("numbersPerDay", numbersPerDay, 1, NumberSettings.MOST);
    fields.check();
    settings.limit(limit);
  }
}
