package fr.porteouverte.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A procedure as the network says it, as a house does it, and what is the house's own of it. */
@Schema(name = "Adaptation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdaptationView(
    @Schema(required = true, description = "As in the ETag; 0: the house never adapted anything")
        int version,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true) PartnerRef partner,
    @Schema(required = true, description = "The house's own clerks do it; its form says so")
        boolean servedByHouse,
    @Schema(required = true, description = "Something of it is the house's own") boolean adapted,
    @Schema(required = true, description = "As the network says") Said network,
    @Schema(required = true, description = "As people hear of it at this house") Said here,
    @Schema(description = "The house's own duration; absent: the network's")
        @Nullable Integer durationMinutes,
    @Schema(
            required = true,
            description = "Papers beyond the network's, or asked for otherwise than it does")
        List<NeededDocument> added,
    @Schema(required = true, description = "Papers of the network, not asked for here, by code")
        List<String> removed,
    @Schema(description = "The house's own words of the papers; absent: none")
        @Nullable String note,
    @Schema(
            description =
                "What the network says otherwise since the house saved this last; absent: nothing")
        @Nullable Beneath changedBeneath,
    @Schema(
            required = true,
            description =
                "Coming permanences and workshops of the house that serve it and are shorter than it"
                    + " lasts here: nobody can book it there. A warning; it is saved all the same")
        List<TooShort> tooShort)
    implements Versioned {

  /** How long it takes, and what one brings. */
  @Schema(name = "ProcedureSaid")
  public record Said(
      @Schema(required = true) int durationMinutes,
      @Schema(required = true) List<DocumentView> documents) {

    static Said of(ProcedureHere here) {
      return new Said(Math.toIntExact(here.duration().toMinutes()), here.papers());
    }
  }

  /**
   * @param own null: the house never adapted anything of it
   * @param form of that; of nothing when there is none
   * @param tooShort where it lasts too long to be booked
   */
  public static AdaptationView of(
      Procedure procedure,
      @Nullable ProcedureAdaptation own,
      AdaptationForm form,
      boolean servedByHouse,
      List<TooShort> tooShort) {
    Beneath beneath = own == null || !own.adapts() ? Beneath.NOTHING : own.beneath();
    return new AdaptationView(
        own == null ? 0 : own.version(),
        ProcedureRef.of(procedure),
        PartnerRef.of(procedure.partner()),
        servedByHouse,
        !form.nothing(),
        Said.of(new ProcedureHere(procedure, null)),
        Said.of(new ProcedureHere(procedure, own)),
        form.durationMinutes(),
        form.added(),
        form.removed(),
        form.note(),
        beneath.equals(Beneath.NOTHING) ? null : beneath,
        tooShort);
  }
}
