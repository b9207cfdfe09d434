package fr.porteouverte.outbound;

import fr.porteouverte.problem.FieldError;

/** An address that is refused. It never repeats the address. */
final class WrongAddress extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  WrongAddress(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  Why why() {
    return why;
  }

  enum Why {
    form(
        "Une adresse comme https://www.exemple.fr/rendez-vous est attendue.",
        "An address such as https://www.example.org/appointments is expected."),
    person(
        "Une adresse ne doit contenir ni nom d’utilisateur ni mot de passe.",
        "An address must not have a username or a password."),
    number(
        "Le nom du serveur est attendu, pas un nombre.",
        "The name of the server is expected, not a number."),
    notPublic(
        "Cette adresse n’est pas publique : elle mène à un réseau privé.",
        "This address is not public: it leads to a private network."),
    port("Ce port n’est pas permis.", "This port is not allowed."),
    unknown("Ce nom de serveur est introuvable.", "The name of this server cannot be found.");

    private final String fr;
    private final String en;

    Why(String fr, String en) {
      this.fr = fr;
      this.en = en;
    }

    FieldError at(String field) {
      return FieldError.of(field, fr, en);
    }
  }
}
