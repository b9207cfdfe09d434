package fr.porteouverte.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the API. */
@QuarkusMain
public class Main {
  private Main() {}

  public static void main(String... arguments) {
    // Quarkus answers an address that is none with an empty 400 before anybody is asked;
    // ServerRefusals
    // says it in words. There is no setting for it.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(arguments);
  }
}
