package fr.porteouverte.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement with question marks in the place of its names, as drivers want it.
 *
 * @param names from left to right; one that is there twice, twice
 */
record Positional(String sql, List<String> names) {
  /** A text in quotes, or a name; {@code ::} is PostgreSQL's cast. */
  private static final Pattern PART = Pattern.compile("'[^']*'|::|:([A-Za-z]\\w*)");

  /** Statements are constants of the code. */
  private static final Map<String, Positional> KNOWN = new ConcurrentHashMap<>();

  static Positional of(String statement) {
    return KNOWN.computeIfAbsent(statement, Positional::read);
  }

  private static Positional read(String statement) {
    List<String> names = new ArrayList<>();
    Matcher part = PART.matcher(statement);
    StringBuilder sql = new StringBuilder();
    while (part.find()) {
      String name = part.group(1);
      part.appendReplacement(sql, name == null ? Matcher.quoteReplacement(part.group()) : "?");
      if (name != null) {
        names.add(name);
      }
    }
    return new Positional(part.appendTail(sql).toString(), List.copyOf(names));
  }
}
