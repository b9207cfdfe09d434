package fr.porteouverte.problem;

/** The one answer for what does not exist and for what the caller may not know to exist. */
public final class NotFound extends ProblemException {
  public NotFound() {
    super(
        ProblemType.NOT_FOUND,
        "Rien à cette adresse, ou le lien n’est plus valable.",
        "Nothing at this address, or the link is no longer valid.");
  }
}
