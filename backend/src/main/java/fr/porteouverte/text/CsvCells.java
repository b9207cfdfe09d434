package fr.porteouverte.text;

import java.util.regex.Pattern;

/**
 * A spreadsheet takes a cell that begins with these for a formula, and runs it. So what we write
 * begins with an apostrophe then, which spreadsheets read as "this is text", and what we read loses
 * it again: +33 2 31 00 00 00 comes back as it went (OWASP, CSV injection).
 */
public final class CsvCells {
  private static final String FORMULA = "[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]";
  private static final Pattern ACTS = Pattern.compile("(?s)'*" + FORMULA + ".*");
  private static final Pattern KEPT = Pattern.compile("(?s)'+" + FORMULA + ".*");

  private CsvCells() {}

  /** As it is written into a file. */
  public static String written(String cell) {
    return ACTS.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** As it was before it was {@link #written}. */
  public static String read(String cell) {
    return KEPT.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
