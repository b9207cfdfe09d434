package fr.porteouverte.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A workshop of an event as open data; an event without any has a row of its own. */
@Schema(name = "OpenWorkshop")
record OpenWorkshop(
    @Schema(required = true, description = "The event's code, which stays") String evenement,
    @JsonProperty("intitule_evenement") @Schema(required = true) String intituleEvenement,
    @Schema(required = true) String resume,
    @JsonProperty("premier_jour") @Schema(required = true, format = "date") String premierJour,
    @JsonProperty("dernier_jour") @Schema(required = true, format = "date") String dernierJour,
    @Schema(required = true, description = "The event's page") String page,
    @JsonProperty("atelier_id") @Nullable String atelierId,
    @Nullable String atelier,
    @Schema(format = "date-time", description = "With the house's offset") @Nullable String debut,
    @Schema(format = "date-time") @Nullable String fin,
    @Nullable Boolean annule,
    @JsonProperty("lieu_id") @Schema(description = "The house's code") @Nullable String lieuId,
    @Nullable String lieu,
    @Nullable String adresse,
    @JsonProperty("code_postal") @Nullable String codePostal,
    @Nullable String commune,
    @JsonProperty("code_insee") @Nullable String codeInsee,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String partenaire) {}
