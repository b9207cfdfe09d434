package fr.porteouverte.register;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of a form. */
public final class FormWords {
  /** As it stands in addresses and files. */
  public static final int LONGEST_CODE = 60;

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private FormWords() {}

  /** Of what may be absent: without blanks around; null when nothing is left. */
  public static @Nullable String plain(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** Of what is needed: without blanks around; empty when nothing was sent. */
  public static String needed(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  /** The same in both languages. */
  public static Text needed(@Nullable Text sent) {
    return sent == null ? new Text("", "") : new Text(needed(sent.fr()), needed(sent.en()));
  }

  public static void code(FieldReader fields, String name, String code) {
    fields.required(name, code);
    if (!code.isEmpty() && (code.length() > LONGEST_CODE || !CODE.matcher(code).matches())) {
      fields.wrong(
          name,
          "Des minuscules sans accent, des chiffres et des tirets, 60 au plus.",
          "Small letters without accents, digits and hyphens, 60 at most.");
    }
  }

  /** Words that are needed in both languages. */
  public static void words(FieldReader fields, String name, Text text, int most) {
    line(fields, name + ".fr", text.fr(), most);
    line(fields, name + ".en", text.en(), most);
  }

  private static void line(FieldReader fields, String name, String words, int most) {
    fields.required(name, words);
    if (words.length() > most) {
      fields.wrong(name, "Au plus " + most + " caractères.", "At most " + most + " characters.");
    }
  }
}
