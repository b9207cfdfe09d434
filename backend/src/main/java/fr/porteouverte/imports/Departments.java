package fr.porteouverte.imports;

/** INSEE codes of departments. */
public final class Departments {
  private Departments() {}

  /**
   * The department of a commune.
   *
   * @param insee its code, five characters
   */
  public static String of(String insee) {
    return insee.substring(0, insee.startsWith("97") || insee.startsWith("98") ? 3 : 2);
  }

  public static boolean known(String department) {
    return department.matches("0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5]|97[1-8]|98[46789]");
  }
}
