package fr.porteouverte.keeping;

import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.site.Accessibility;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.text.SeveralLines;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A house as it is entered: the whole of what people keep of it, and nothing of anybody's person.
 */
@Schema(name = "SiteForm")
public record SiteForm(
    @Schema(
            maxLength = FormWords.LONGEST_CODE,
            description =
                "Its number in the national list, or its own code; of a new one: made of its name")
        String code,
    @Schema(required = true, maxLength = 200) String name,
    @Schema(required = true) @Nullable SiteKind kind,
    @Schema(required = true, maxLength = 200, examples = "1 rue de l’Église") String street,
    @Schema(maxLength = 200) @Nullable String complement,
    @Schema(required = true, examples = "14590") String postcode,
    @Schema(required = true, maxLength = 100, examples = "Moyaux") String commune,
    @Schema(
            examples = "14460",
            description = "The commune's INSEE code; absent: by its name and the postcode")
        @Nullable String insee,
    @Schema(required = true, minimum = "-90", maximum = "90") @Nullable Double latitude,
    @Schema(required = true, minimum = "-180", maximum = "180") @Nullable Double longitude,
    @Schema(maxLength = 30, description = "As it is dialled; a short number such as 3646, too")
        @Nullable String phone,
    @Schema(maxLength = 254) @Nullable String email,
    @Schema(maxLength = ShownAddress.LONGEST, description = "http or https")
        @Nullable String website,
    @Schema(maxLength = 20, examples = "21140001500014") @Nullable String siret,
    @Schema(
            maxLength = 20,
            examples = "W143000123",
            description = "Of a house that an association without a SIRET runs: one of the two")
        @Nullable String rna,
    @Schema(maxLength = 4000, description = "What the house says of itself, in French")
        @SeveralLines
        @Nullable String comment,
    @Schema(description = "It takes appointments at all; false by default") Boolean appointments,
    @Schema(description = "A booking needs an e-mail or a phone; false by default")
        Boolean contactRequired,
    @Schema(description = "What the place has") List<Accessibility> accessibility,
    @Schema(maxLength = 1000, description = "In the house's words, in French") @SeveralLines
        @Nullable String accessibilityNote,
    @Schema(description = "Of the week: at most 70") List<HoursForm> openingHours,
    @Schema(description = "Of single dates, in the place of the week's: at most 400")
        List<ExceptionalForm> exceptionalHours,
    @Schema(description = "Codes of the procedures that its own clerks do: at most 300")
        List<String> procedures,
    @Schema(description = "What its rooms are called: at most 30, of 80 characters")
        List<String> rooms)
    implements RegisterForm {

  public SiteForm {
    code = FormWords.needed(code);
    name = FormWords.needed(name);
    street = FormWords.needed(street);
    complement = FormWords.plain(complement);
    postcode = FormWords.needed(postcode);
    commune = FormWords.needed(commune);
    insee = FormWords.plain(insee);
    phone = FormWords.plain(phone);
    email = FormWords.plain(email);
    website = FormWords.plain(website);
    siret = digits(siret);
    rna = digits(rna);
    rna = rna == null ? null : rna.toUpperCase(Locale.ROOT);
    comment = FormWords.plain(comment);
    appointments = Boolean.TRUE.equals(appointments);
    contactRequired = Boolean.TRUE.equals(contactRequired);
    accessibility = there(accessibility).distinct().sorted().toList();
    accessibilityNote = FormWords.plain(accessibilityNote);
    openingHours = HoursRequest.asSent(openingHours);
    exceptionalHours = HoursRequest.asSent(exceptionalHours);
    procedures = HoursRequest.asSent(procedures);
    rooms = HoursRequest.asSent(rooms);
  }

  /** Without what people write between them. */
  private static @Nullable String digits(@Nullable String number) {
    return number == null ? null : FormWords.plain(number.replaceAll("[\\p{Z}.]", ""));
  }

  /** As it is kept: what is empty or named twice is left out, and what has an order is in it. */
  SiteForm tidy() {
    return new SiteForm(
        code,
        name,
        kind,
        street,
        complement,
        postcode,
        commune,
        insee,
        latitude,
        longitude,
        phone,
        email,
        website,
        siret,
        rna,
        comment,
        appointments,
        contactRequired,
        accessibility,
        accessibilityNote,
        there(openingHours).sorted(HoursForm.ORDER).toList(),
        there(exceptionalHours).sorted(ExceptionalForm.ORDER).toList(),
        there(procedures)
            .map(FormWords::needed)
            .filter(served -> !served.isEmpty())
            .distinct()
            .sorted()
            .toList(),
        there(rooms).map(FormWords::needed).filter(room -> !room.isEmpty()).toList());
  }

  private static <T> Stream<T> there(@Nullable Collection<T> sent) {
    return sent == null ? Stream.of() : sent.stream().filter(Objects::nonNull);
  }

  /** The same with what is found out of it. */
  SiteForm with(
      String ownCode, @Nullable String place, @Nullable String dialled, @Nullable String mail) {
    return new SiteForm(
        ownCode,
        name,
        kind,
        street,
        complement,
        postcode,
        commune,
        place,
        latitude,
        longitude,
        dialled,
        mail,
        website,
        siret,
        rna,
        comment,
        appointments,
        contactRequired,
        accessibility,
        accessibilityNote,
        openingHours,
        exceptionalHours,
        procedures,
        rooms);
  }

  /** The same of a house that takes appointments. */
  SiteForm takingAppointments() {
    return new SiteForm(
        code,
        name,
        kind,
        street,
        complement,
        postcode,
        commune,
        insee,
        latitude,
        longitude,
        phone,
        email,
        website,
        siret,
        rna,
        comment,
        true,
        contactRequired,
        accessibility,
        accessibilityNote,
        openingHours,
        exceptionalHours,
        procedures,
        rooms);
  }
}
