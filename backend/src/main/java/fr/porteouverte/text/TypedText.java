package fr.porteouverte.text;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person may type into a text: any script, no control characters, none that turn the
 * direction of reading of what follows, no half surrogates, none for private use, no noncharacters.
 * Every text of a request is read by {@link #clean} before anything else looks at it.
 */
public final class TypedText {
  /** A reason, as people read it. */
  public static final int LONGEST_REASON = 200;

  public static final int LONGEST_NOTE = 500;

  /** A first name, a last name. */
  public static final int LONGEST_NAME = 100;

  public static final int LONGEST_EMAIL = 254;

  /**
   * A break of lines or of paragraphs in a line, and the marks of direction, of shapes and of notes
   * between lines that programs leave (U+061C, U+2066-U+206F, U+FFF9-U+FFFB), show what nobody
   * wrote. Private use shows something else on every machine, and noncharacters are no text at all
   * (Unicode 23.7). What is only unassigned today may be tomorrow's letter, and is taken.
   */
  private static final Pattern NOBODY_TYPES =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Co}\u061C\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB\uFDD0-\uFDEF"
              + IntStream.rangeClosed(0, 16)
                  .mapToObj(plane -> "\\x{%1$XFFFE}\\x{%1$XFFFF}".formatted(plane))
                  .collect(Collectors.joining())
              + "]");

  private static final Pattern LINE_BREAKS = Pattern.compile("\r\n?|[\u2028\u2029\u0085]");

  /** What is pasted along unseen: spaces without a width, marks of direction and of the file. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\u00AD\u180E\u200B\u200E\u200F\u2060-\u2064\uFEFF]");

  /** Marks belong to a letter: alone they show none. */
  private static final Pattern NOTHING =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{M}\u115F\u1160\u2800\u3164\uFFA0]*");

  private TypedText() {}

  /**
   * As it is kept: composed (NFC), without what nobody sees, empty when nothing can be seen in it.
   *
   * @param lines whether it may have several lines; each break becomes one line feed
   * @return null when it has characters that nobody types
   */
  public static @Nullable String clean(String typed, boolean lines) {
    String text = lines ? LINE_BREAKS.matcher(typed).replaceAll("\n") : typed;
    String inLine = lines ? text.replace("\n", "").replace("\t", "") : text;
    if (NOBODY_TYPES.matcher(inLine).find()) {
      return null;
    }
    String seen = UNSEEN.matcher(text).replaceAll("");
    return NOTHING.matcher(seen).matches() ? "" : Normalizer.normalize(seen, Normalizer.Form.NFC);
  }

  /**
   * What can be kept of a line of a file, whose author nobody can ask: without what {@link #clean}
   * would refuse.
   */
  public static String legible(String line) {
    return Objects.requireNonNull(clean(NOBODY_TYPES.matcher(line).replaceAll(""), false));
  }
}
