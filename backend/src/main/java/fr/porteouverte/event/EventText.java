package fr.porteouverte.event;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.SeveralLines;
import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Words that a manager types; who has no English gets the French. */
@Schema(name = "EventText")
public record EventText(
    @Schema(required = true) @SeveralLines String fr,
    @Schema(description = "The French ones when absent") @SeveralLines @Nullable String en) {

  /** A title: one line. */
  static Text title(FieldReader fields, String name, @Nullable EventText words, int most) {
    Text title = read(fields, name, words, most);
    oneLine(fields, name + ".fr", title.fr());
    oneLine(fields, name + ".en", title.en());
    return title;
  }

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
    return typed == null ? "" : typed.strip();
  }

  private static void oneLine(FieldReader fields, String name, String words) {
    if (words.contains("\n")) {
      fields.wrong(name, "Une seule ligne est attendue.", "One line only is expected.");
    }
  }

  private static void check(FieldReader fields, String name, String words, int most) {
    if (words.length() > most) {
      fields.wrong(name, "Au plus " + most + " caractères.", "At most " + most + " characters.");
    }
  }
}
