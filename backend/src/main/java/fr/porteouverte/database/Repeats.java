package fr.porteouverte.database;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells whoever repeats a request with its key that nothing was done a second time. */
public class Repeats {
  @Inject Replayed replayed;

  @ServerResponseFilter
  public void tell(ContainerResponseContext response) {
    if (replayed.is() && response.getStatus() / 100 == 2) {
      response.getHeaders().putSingle(Idempotency.REPLAYED, "true");
    }
  }
}
