package fr.porteouverte.imports;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.List;

/** The whole file is refused; nothing of it was written. */
public final class UnreadableFile extends ProblemException {
  private final transient List<FieldError> errors;

  private UnreadableFile(ProblemType type, FieldError error) {
    super(type, error.message());
    this.errors = List.of(error);
  }

  static UnreadableFile missingColumns(List<String> columns) {
    String names = String.join(", ", columns);
    return of("Colonnes manquantes : " + names + ".", "Missing columns: " + names + ".");
  }

  static UnreadableFile notUtf8() {
    return of("Le fichier n’est pas en UTF-8.", "The file is not in UTF-8.");
  }

  static UnreadableFile notCsv() {
    return of("Le fichier n’est pas un CSV lisible.", "The file is not readable CSV.");
  }

  static UnreadableFile notGzip() {
    return of("Le fichier n’est pas un gzip lisible.", "The file is not readable gzip.");
  }

  static UnreadableFile empty() {
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

  private static UnreadableFile of(String fr, String en) {
    return new UnreadableFile(ProblemType.INVALID_REQUEST, FieldError.of("file", fr, en));
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}
