package fr.porteouverte.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every {@link Versioned} answer its ETag. A page of them has none. */
public class VersionHeader {

  @ServerResponseFilter
  public void tell(ContainerResponseContext response) {
    if (response.getEntity() instanceof Versioned answer) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, Etag.of(answer.version()));
    }
  }
}
