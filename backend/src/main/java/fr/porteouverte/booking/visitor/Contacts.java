package fr.porteouverte.booking.visitor;

import fr.porteouverte.booking.ContactBy;
import fr.porteouverte.booking.VisitorRequest;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.site.PhoneNumbers;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.MailAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was typed into a {@link Contact}, or says everything that is wrong with it. */
public final class Contacts {
  private Contacts() {}

  /**
   * @param byStaff the house needs no contact of somebody whom its clerk books
   */
  public static Contact of(VisitorRequest typed, Site site, boolean byStaff) {
    List<FieldError> errors = new ArrayList<>();
    String email = email(blankToNull(typed.email()), errors);
    String phone = phone(blankToNull(typed.phone()), site, errors);
    if (errors.isEmpty()) {
      boolean needed = site.contactRequired() && !byStaff;
      requireReachable(typed.contactBy(), email, phone, needed, errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    return new Contact(
        typed.firstName().strip(),
        typed.lastName().strip(),
        email,
        phone,
        typed.language() == null ? "fr" : typed.language(),
        typed.contactBy() == null ? best(email, phone) : typed.contactBy(),
        blankToNull(typed.bookedBy()));
  }

  /** What staff put right; a language that is not said stays. */
  static Contact corrected(Contact before, VisitorRequest typed, Site site) {
    Contact right = of(typed, site, true);
    return typed.language() == null ? right.speaking(before.language()) : right;
  }

  /** For a booking that moves to a house which asks for more than its old one. */
  public static void requireReachable(Contact visitor, Site site) {
    List<FieldError> errors = new ArrayList<>();
    requireReachable(null, visitor.email(), visitor.phone(), site.contactRequired(), errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  /** For a person who wants messages another way; {@code none} is always possible. */
  public static void requireWay(Contact visitor, ContactBy way) {
    List<FieldError> errors = new ArrayList<>();
    requireReachable(way, visitor.email(), visitor.phone(), false, errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(
          errors.stream().map(error -> new FieldError("contactBy", error.message())).toList());
    }
  }

  private static @Nullable String email(@Nullable String typed, List<FieldError> errors) {
    if (typed == null) {
      return null;
    }
    return MailAddress.of(typed)
        .orElseGet(
            () -> {
              errors.add(
                  FieldError.of(
                      "visitor.email",
                      "Cette adresse n’a pas la forme nom@exemple.fr.",
                      "This address is not of the form name@example.org."));
              return null;
            });
  }

  private static @Nullable String phone(
      @Nullable String typed, Site site, List<FieldError> errors) {
    if (typed == null) {
      return null;
    }
    return PhoneNumbers.e164(typed, site.department())
        .orElseGet(
            () -> {
              errors.add(
                  FieldError.of(
                      "visitor.phone",
                      "Ce numéro de téléphone n’existe pas. Exemple : 06 12 34 56 78.",
                      "This phone number does not exist. Example: +33 6 12 34 56 78."));
              return null;
            });
  }

  private static void requireReachable(
      @Nullable ContactBy by,
      @Nullable String email,
      @Nullable String phone,
      boolean needed,
      List<FieldError> errors) {
    if (needed && email == null && phone == null) {
      for (String field : List.of("visitor.email", "visitor.phone")) {
        errors.add(
            FieldError.of(
                field,
                "Cette maison demande un téléphone ou une adresse e-mail.",
                "This house asks for a phone number or an e-mail address."));
      }
    }
    if (by == ContactBy.email && email == null) {
      errors.add(
          FieldError.of("visitor.email", "Indiquez l’adresse e-mail.", "Give the e-mail address."));
    }
    if (by == ContactBy.sms && (phone == null || !PhoneNumbers.mobile(phone))) {
      errors.add(
          FieldError.of(
              "visitor.phone",
              "Un SMS demande un numéro de téléphone mobile.",
              "A text message needs a mobile number."));
    }
    if (by == ContactBy.call && phone == null) {
      errors.add(
          FieldError.of(
              "visitor.phone", "Indiquez le numéro à appeler.", "Give the number to call."));
    }
  }

  private static ContactBy best(@Nullable String email, @Nullable String phone) {
    if (phone != null && PhoneNumbers.mobile(phone)) {
      return ContactBy.sms;
    }
    if (email != null) {
      return ContactBy.email;
    }
    return phone != null ? ContactBy.call : ContactBy.none;
  }

  private static @Nullable String blankToNull(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
