package fr.porteouverte.opendata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.http.Search;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The network as files for anybody: what its public pages say, and nothing else. */
@Path("/open-data")
@Tag(name = "open data")
@PermitAll
public class OpenDataResource {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String KEPT =
      "Licence Ouverte 2.0. Only houses that the public sees. May be kept for an hour, and is read"
          + " by pages of any origin; If-None-Match answers 304 while nothing changed.";
  private static final String STANDARD =
      "LaMednum/standard-mediation-num 1.0.2 (Table Schema). The standard demands a SIRET or an RNA:"
          + " houses without one are left out, unless all=true. "
          + KEPT;

  @Inject MediationPlaces places;
  @Inject OpenPermanences permanences;
  @Inject OpenWorkshops workshops;
  @Inject ObjectMapper json;

  @GET
  @Search
  @Path("/mediation-places.csv")
  @Transactional
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getMediationPlacesTable",
      summary = "Lieux de médiation numérique, as CSV",
      description = STANDARD)
  public Response placesTable(
      @QueryParam("all") @DefaultValue("false") boolean all, @Context Request request) {
    return table(MediationPlace.class, places.list(all), request);
  }

  @GET
  @Search
  @Path("/mediation-places.json")
  @Transactional
  @Produces(JSON)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = MediationPlace.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getMediationPlaces",
      summary = "Lieux de médiation numérique, as JSON",
      description = STANDARD)
  public Response placesList(
      @QueryParam("all") @DefaultValue("false") boolean all, @Context Request request) {
    return list(places.list(all), request);
  }

  @GET
  @Search
  @Path("/permanences.csv")
  @Transactional
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getOpenPermanencesTable",
      summary = "Who sits where when, as CSV",
      description = KEPT)
  public Response permanencesTable(@Context Request request) {
    return table(OpenPermanence.class, permanences.list(), request);
  }

  @GET
  @Search
  @Path("/permanences.json")
  @Transactional
  @Produces(JSON)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = OpenPermanence.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getOpenPermanences",
      summary = "Who sits where when, as JSON",
      description = KEPT)
  public Response permanencesList(@Context Request request) {
    return list(permanences.list(), request);
  }

  @GET
  @Search
  @Path("/events.csv")
  @Transactional
  @Produces(CSV)
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getOpenEventsTable",
      summary = "Events and their workshops, as CSV",
      description = KEPT)
  public Response eventsTable(@Context Request request) {
    return table(OpenWorkshop.class, workshops.list(), request);
  }

  @GET
  @Search
  @Path("/events.json")
  @Transactional
  @Produces(JSON)
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = OpenWorkshop.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  @Operation(
      operationId = "getOpenEvents",
      summary = "Events and their workshops, as JSON",
      description = KEPT)
  public Response eventsList(@Context Request request) {
    return list(workshops.list(), request);
  }

  private <R extends Record> Response table(Class<R> type, List<R> rows, Request request) {
    return OpenAnswer.of(CsvTable.of(type, rows), request);
  }

  private Response list(List<? extends Record> rows, Request request) {
    try {
      return OpenAnswer.of(json.writeValueAsString(rows), request);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
