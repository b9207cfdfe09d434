package fr.porteouverte.keeping;

import fr.porteouverte.commune.Commune;
import fr.porteouverte.commune.Communes;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.site.PhoneNumbers;
import fr.porteouverte.text.MailAddress;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form as it is kept: the commune by its code, the telephone as the net dials it. */
@ApplicationScoped
class SiteForms {
  private static final int LONGEST_PHONE = 30;

  @Inject Communes communes;

  /** What cannot be read stays as it was typed: {@link SiteChecks} says so. */
  SiteForm normal(SiteForm form) {
    String insee =
        form.insee() == null
            ? communes.named(form.commune(), form.postcode()).map(Commune::insee).orElse(null)
            : form.insee();
    String code = form.code().isEmpty() ? made(form) : form.code();
    return form.with(
        code, insee, or(form.phone(), dialled(form.phone(), insee)), or(form.email(), mail(form)));
  }

  /** {@code maison-de-services-moyaux}: the same again for the same house. */
  private static String made(SiteForm form) {
    String name = Text.fold(form.name());
    String place = Text.fold(form.commune());
    String words = (name.contains(place) ? name : name + " " + place).replace(' ', '-');
    return words.length() <= FormWords.LONGEST_CODE
        ? words
        : words.substring(0, FormWords.LONGEST_CODE).replaceAll("-[^-]*$", "");
  }

  void checkContact(FieldReader fields, String at, SiteForm form) {
    if (form.phone() != null && dialled(form.phone(), form.insee()).isEmpty()) {
      fields.wrong(
          at + "phone",
          "Un numéro comme 02 31 00 00 00, ou un numéro court comme 3646, est attendu.",
          "A number such as 02 31 00 00 00, or a short one such as 3646, is expected.");
    }
    if (form.email() != null && mail(form).isEmpty()) {
      fields.wrong(
          at + "email",
          "Une adresse comme accueil@exemple.fr est attendue.",
          "An address such as desk@example.org is expected.");
    }
  }

  private static Optional<String> dialled(@Nullable String phone, @Nullable String insee) {
    if (phone == null || phone.length() > LONGEST_PHONE) {
      return Optional.empty();
    }
    return PhoneNumbers.ofHouse(phone, insee == null ? "" : Commune.departmentOf(insee));
  }

  private static Optional<String> mail(SiteForm form) {
    return form.email() == null ? Optional.empty() : MailAddress.of(form.email());
  }

  private static @Nullable String or(@Nullable String typed, Optional<String> read) {
    return read.orElse(typed);
  }
}
