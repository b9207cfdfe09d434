package fr.porteouverte.text;

import java.util.regex.Pattern;

/** A department as INSEE writes it: 01 to 95 without 20, Corsica's two, overseas. */
public final class DepartmentCode {
  private static final Pattern CODE =
      Pattern.compile("(0[1-9]|1\\d|2[1-9]|[3-8]\\d|9[0-5]|2[AB]|97[1-8]|98[678])");

  private DepartmentCode() {}

  public static boolean is(String code) {
    return CODE.matcher(code).matches();
  }
}
