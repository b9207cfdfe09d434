package fr.porteouverte.imports;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.List;

/** The whole file is refused; nothing of it was written. */
public final class UnreadableFile extends ProblemException {
  /** The most that is repeated of a file's first line, in characters. */
  private static final int LONGEST = 300;

  private final transient List<FieldError> errors;

  private UnreadableFile(ProblemType type, FieldError error) {
    super(type, error.message());
    this.errors = List.of(error);
  }

  /**
   * @param there the columns that the first line names instead
   */
  static UnreadableFile missingColumns(List<String> columns, List<String> there) {
    String names = String.join(", ", columns);
    String found = shortened(String.join(", ", there));
    return of(
        "Colonnes manquantes : "
            + names
            + ". La première ligne du fichier doit porter les noms des colonnes ; elle dit : "
            + found
            + ".",
        "Missing columns: "
            + names
            + ". The first line of the file must name the columns; it says: "
            + found
            + ".");
  }

  static UnreadableFile columnsTwice(List<String> columns) {
    String names = String.join(", ", columns);
    return of(
        "Colonnes en double : " + names + ". N’en gardez qu’une.",
        "Columns that stand twice: " + names + ". Keep one of each.");
  }

  static UnreadableFile notText() {
    return of(
        "Le fichier n’est pas du texte. Enregistrez-le au format « CSV UTF-8 ».",
        "The file is not text. Save it as “CSV UTF-8”.");
  }

  static UnreadableFile workbook() {
    return of(
        "Le fichier est un classeur. Ouvrez-le, puis « Enregistrer sous » au format « CSV UTF-8 ».",
        "The file is a workbook. Open it and use “Save as”, format “CSV UTF-8”.");
  }

  static UnreadableFile notCsv() {
    return of(
        "Le fichier n’est pas un CSV lisible. Enregistrez-le au format « CSV UTF-8 ».",
        "The file is not readable CSV. Save it as “CSV UTF-8”.");
  }

  static UnreadableFile notGzip() {
    return of("Le fichier n’est pas un gzip lisible.", "The file is not readable gzip.");
  }

  public static UnreadableFile empty() {
    return of("Le fichier ne contient aucune ligne.", "The file has no rows.");
  }

  /**
   * @param most bytes once unpacked
   */
  static UnreadableFile tooLarge(long most) {
    return new UnreadableFile(
        ProblemType.BODY_TOO_LARGE,
        FieldError.of(
            "file",
            "Le fichier, décompressé, dépasse " + most + " octets.",
            "The file, once unpacked, is larger than " + most + " bytes."));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static UnreadableFile of(String fr, String en) {
    return new UnreadableFile(ProblemType.INVALID_REQUEST, FieldError.of("file", fr, en));
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}
