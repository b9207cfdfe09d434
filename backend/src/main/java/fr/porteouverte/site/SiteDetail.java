package fr.porteouverte.site;

import fr.porteouverte.http.Ids;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A house with all that a visitor may want to know of it. */
public record SiteDetail(
    @Schema(required = true) String id,
    @Schema(description = "Its number in the national list") @Nullable String officialId,
    @Schema(required = true) String name,
    @Schema(required = true) Address address,
    @Schema(required = true) double latitude,
    @Schema(required = true) double longitude,
    @Schema(required = true, examples = "Europe/Paris", description = "IANA zone") String zone,
    @Schema(description = "E.164") @Nullable String phone,
    @Nullable String email,
    @Schema(description = "What the house says of itself, in French") @Nullable String comment,
    @Schema(required = true) SiteKind kind,
    @Schema(required = true, description = "Takes appointments at all") boolean appointments,
    @Schema(required = true, description = "A booking needs an e-mail or a phone")
        boolean contactRequired,
    @Schema(required = true, description = "From Monday on; empty when not published")
        List<OpeningHours> openingHours,
    @Schema(
            required = true,
            description = "From today on: these dates have them in the place of the week's")
        List<ExceptionalHours> exceptionalHours,
    @Schema(required = true, description = "Present and coming") List<ClosureView> closures,
    @Schema(description = "Its own site") @Nullable String website,
    @Schema(required = true) List<Accessibility> accessibility,
    @Schema(description = "In the house's words, in French") @Nullable String accessibilityNote,
    @Schema(required = true, description = "What its own clerks do: ids of procedures")
        List<String> procedures,
    @Schema(description = "What its rooms are called, for permanences to choose from")
        List<String> rooms,
    @Schema(required = true, description = "False: only its staff sees it") boolean live) {

  /**
   * @param today local, of the house
   */
  public static SiteDetail of(Site site, List<Closure> closures, LocalDate today) {
    return new SiteDetail(
        Ids.of(site.id()),
        site.officialId(),
        site.name(),
        site.address(),
        site.latitude(),
        site.longitude(),
        site.zone().getId(),
        site.phone(),
        site.email(),
        site.comment(),
        site.kind(),
        site.takesAppointments(),
        site.contactRequired(),
        site.openingHours().stream().map(OpeningHours::of).toList(),
        site.exceptionalHours().stream()
            .filter(range -> !range.day().isBefore(today))
            .map(ExceptionalHours::of)
            .toList(),
        closures.stream().map(ClosureView::of).toList(),
        site.presentation().website(),
        site.presentation().facilities(),
        site.presentation().accessibilityNote(),
        site.procedures().stream().sorted().map(Ids::of).toList(),
        site.rooms(),
        site.shown());
  }
}
