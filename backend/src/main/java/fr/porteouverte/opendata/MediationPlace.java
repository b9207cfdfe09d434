package fr.porteouverte.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the French standard "Lieux de médiation numérique" (LaMednum/standard-mediation-num
 * 1.0.2): its fields, its order. Absent: we do not know it.
 */
@Schema(
    name = "MediationPlace",
    description = "A row of LaMednum/standard-mediation-num 1.0.2; several values have a | between")
record MediationPlace(
    @Schema(required = true, description = "The house's code, which stays") String id,
    @Schema(description = "SIRET or RNA; absent only with all=true") @Nullable String pivot,
    @Schema(required = true) String nom,
    @Schema(required = true) String commune,
    @JsonProperty("code_postal") @Schema(required = true) String codePostal,
    @JsonProperty("code_insee") @Nullable String codeInsee,
    @Schema(required = true) String adresse,
    @JsonProperty("complement_adresse") @Nullable String complementAdresse,
    double latitude,
    double longitude,
    @Nullable String typologie,
    @Nullable String telephone,
    @Nullable String courriels,
    @JsonProperty("site_web") @Nullable String siteWeb,
    @Schema(description = "OpenStreetMap's opening_hours") @Nullable String horaires,
    @JsonProperty("presentation_resume") @Nullable String presentationResume,
    @JsonProperty("presentation_detail") @Nullable String presentationDetail,
    String source,
    @Schema(required = true) String itinerance,
    @JsonProperty("structure_parente") @Nullable String structureParente,
    @JsonProperty("date_maj") @Schema(required = true, format = "date") String dateMaj,
    @Schema(required = true) String services,
    @JsonProperty("publics_specifiquement_adresses") @Nullable String publics,
    @JsonProperty("prise_en_charge_specifique") @Nullable String priseEnCharge,
    @JsonProperty("frais_a_charge") @Nullable String frais,
    @JsonProperty("dispositif_programmes_nationaux") @Nullable String dispositifs,
    @JsonProperty("formations_labels") @Nullable String formationsLabels,
    @JsonProperty("autres_formations_labels") @Nullable String autresLabels,
    @JsonProperty("modalites_acces") @Nullable String modalitesAcces,
    @JsonProperty("modalites_accompagnement") @Nullable String modalitesAccompagnement,
    @JsonProperty("fiche_acces_libre") @Nullable String ficheAccesLibre,
    @JsonProperty("prise_rdv") @Schema(description = "The house's page")
        @Nullable String priseRdv) {}
