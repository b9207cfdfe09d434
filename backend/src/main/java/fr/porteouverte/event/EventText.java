package fr.porteouverte.event;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.Text;
import fr.porteouverte.text.TypedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Words that a manager types; who has no English gets the French. */
@Schema(name = "EventText")
public record EventText(
    @Schema(required = true) String fr,
    @Schema(description = "The French ones when absent") @Nullable String en) {

  /** As they are kept; each line ending is one character. */
  static Text read(FieldReader fields, String name, @Nullable EventText words, int most) {
    String french = plain(words == null ? null : words.fr());
    String english = plain(words == null ? null : words.en());
    fields.required(name + ".fr", french);
    check(fields, name + ".fr", french, most);
    check(fields, name + ".en", english, most);
    return new Text(french, english.isEmpty() ? french : english);
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").strip();
  }

  private static void check(FieldReader fields, String name, String words, int most) {
    if (words.length() > most) {
      fields.wrong(name, "Au plus " + most + " caractères.", "At most " + most + " characters.");
    }
    if (!words.replace("\n", "").matches(TypedText.PATTERN)) {
      fields.wrong(
          name, "Des caractères ne sont pas lisibles.", "Some characters are not readable.");
    }
  }
}
