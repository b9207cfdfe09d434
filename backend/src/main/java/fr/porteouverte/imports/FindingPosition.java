package fr.porteouverte.imports;

import fr.porteouverte.http.Cursor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A finding's place in its report. */
record FindingPosition(int row, long id) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}):(\\d{1,18})");
  static final FindingPosition START = new FindingPosition(-1, 0);

  static FindingPosition of(@Nullable String cursor) {
    String text = Cursor.decode(cursor);
    if (text == null) {
      return START;
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Cursor.refused();
    }
    return new FindingPosition(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
  }

  static String text(FindingView finding) {
    return finding.row() + ":" + finding.id();
  }
}
