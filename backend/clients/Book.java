import client.ApiClient;
import client.api.BookingsApi;
import client.api.ProceduresApi;
import client.api.SitesApi;
import client.api.SlotsApi;
import client.model.Booking;
import client.model.BookingRequest;
import client.model.CancellationRequest;
import client.model.VisitorRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/**
 * Books with the client that is generated from the contract, as somebody would who knows the
 * address of the API and has a key: ./test compiles it and runs it.
 */
class Book {
  /** Moyaux: the demo has houses around it. */
  private static final String NEAR = "14590";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] given) throws Exception {
    String base = given[0];
    ApiClient api = new ApiClient();
    api.updateBaseUri(base);
    String token = token(base, given[1], given[2]);
    api.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    BookingsApi bookings = new BookingsApi(api);
    Booking made = bookings.createBooking(free(api), null, UUID.randomUUID().toString(), null);
    Booking read = bookings.getBooking(made.getReference(), null);
    Booking cancelled =
        bookings.cancelBooking(
            made.getReference(), null, null, null, new CancellationRequest());
    System.out.println(
        made.getReference() + " " + read.getStatus() + ", then " + cancelled.getStatus());
  }

  /** Where the contract says that a system logs in. */
  private static String token(String base, String id, String secret) throws Exception {
    JsonNode flow =
        json(HttpRequest.newBuilder(URI.create(base + "/api/v1/openapi?format=json")).build())
            .at("/components/securitySchemes/system/flows/clientCredentials/tokenUrl");
    String key = "grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret;
    return json(
            HttpRequest.newBuilder(URI.create(flow.asText()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(key))
                .build())
        .get("access_token")
        .asText();
  }

  private static JsonNode json(HttpRequest request) throws Exception {
    return new ObjectMapper().readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  private static BookingRequest free(ApiClient api) throws Exception {
    for (var site : new SitesApi(api).searchSites(null, 5, NEAR, null, null).getItems()) {
      var procedures =
          new ProceduresApi(api)
              .listProcedures(null, null, null, null, null, site.getId(), null, null, null);
      for (var procedure : procedures.getItems()) {
        var slots =
            new SlotsApi(api).listSlots(procedure.getId(), site.getId(), null, null, 1, null);
        if (!slots.getItems().isEmpty()) {
          return new BookingRequest()
              .slotId(slots.getItems().get(0).getId())
              .procedureId(procedure.getId())
              .visitor(
                  new VisitorRequest().firstName("Jeanne").lastName("Cliente").phone("0612345678"));
        }
      }
    }
    throw new IllegalStateException("Nothing is free around " + NEAR);
  }
}
