package fr.porteouverte.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recurring presence at a house, as open data. Times are local. */
@Schema(name = "OpenPermanence")
record OpenPermanence(
    @Schema(required = true) String id,
    @JsonProperty("lieu_id") @Schema(required = true, description = "The house's code")
        String lieuId,
    @Schema(required = true) String lieu,
    @Schema(required = true, description = "Where it is held: a bus may stop elsewhere")
        String commune,
    @JsonProperty("code_insee") @Schema(required = true) String codeInsee,
    @Schema(description = "Where a bus stops") @Nullable String arret,
    @Schema(description = "Absent: the house's own clerks") @Nullable String partenaire,
    @Schema(required = true) String intitule,
    @Schema(required = true) List<String> demarches,
    @Schema(required = true, examples = "FREQ=WEEKLY;BYDAY=TU", description = "RFC 5545")
        String regle,
    @JsonProperty("premier_jour") @Schema(required = true, format = "date") String premierJour,
    @JsonProperty("dernier_jour") @Schema(format = "date") @Nullable String dernierJour,
    @Schema(required = true, examples = "09:00") String de,
    @Schema(required = true, examples = "12:00", name = "a") String a,
    @Schema(required = true, examples = "Europe/Paris") String fuseau,
    @JsonProperty("jours_feries") @Schema(required = true, description = "Held on holidays too")
        boolean joursFeries,
    @JsonProperty("jours_retires") @Schema(required = true, description = "Not held")
        List<String> joursRetires,
    @JsonProperty("jours_ajoutes")
        @Schema(required = true, description = "Held beside the rule, with their hours")
        List<String> joursAjoutes,
    @Schema(required = true, description = "sur rendez-vous, sans rendez-vous")
        List<String> modalites,
    @Schema(required = true, description = "The house's page") String page) {}
