package fr.porteouverte.waitlist;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.procedure.Procedure;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** People who have a booking and would like to come earlier. */
abstract class WaitlistSuite extends BookingSuite {
  @Inject OfferRounds rounds;

  /** Somebody with an e-mail address books; each name is a person. */
  Response person(String name, String slotId, Procedure procedure) {
    return person(Map.of("email", name + "@exemple.fr"), slotId, procedure);
  }

  Response person(Map<String, String> contact, String slotId, Procedure procedure) {
    Map<String, Object> visitor = new HashMap<>(visitor());
    visitor.putAll(contact);
    Response made =
        api()
            .contentType(ContentType.JSON)
            .body(Map.of("slotId", slotId, "procedureId", "" + procedure.id(), "visitor", visitor))
            .post("/bookings");
    made.then().statusCode(201);
    return made;
  }

  /** The same, on the list. */
  public Response waiting(String name, String slotId) {
    return waiting(name, slotId, rsa);
  }

  public Response waiting(String name, String slotId, Procedure procedure) {
    Response made = person(name, slotId, procedure);
    ask(made).then().statusCode(200).body("waiting", equalTo(true));
    return made;
  }

  Response ask(Response made) {
    return mine(made).put(path(made, "waitlist-entry"));
  }

  Response look(Response made) {
    return mine(made).get(path(made, "waitlist-entry"));
  }

  Response refuse(Response made) {
    return mine(made).post(path(made, "waitlist-entry/refusal"));
  }

  public Response cancel(Response made) {
    return mine(made).post(path(made, "cancellation"));
  }

  Response take(Response made) {
    Response offered = look(made);
    return move(made, offered.path("offer.slot.id"), offered.path("offer.holdId"));
  }

  public Response move(Response made, String slotId, String holdId) {
    Map<String, Object> body =
        holdId == null ? Map.of("slotId", slotId) : Map.of("slotId", slotId, "holdId", holdId);
    return mine(made).contentType(ContentType.JSON).body(body).post(path(made, "reschedule"));
  }

  ValidatableResponse isOffered(Response made, String slotId) {
    return look(made).then().statusCode(200).body("offer.slot.id", equalTo(slotId));
  }

  void isOfferedNothing(Response... people) {
    for (Response made : people) {
      look(made).then().statusCode(200).body("offer", nullValue());
    }
  }

  RequestSpecification mine(Response made) {
    return api().header("Booking-Secret", made.<String>path("secret"));
  }

  static String path(Response made, String what) {
    return "/bookings/" + made.path("reference") + "/" + what;
  }
}
