package fr.porteouverte.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every 201 its Location: a path, for only the reader knows by which name the server was
 * reached.
 */
public class Locations {
  private static final int CREATED = 201;

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == CREATED && response.getEntity() instanceof Made made) {
      response
          .getHeaders()
          .putSingle(HttpHeaders.LOCATION, path(request.getUriInfo(), made.location()));
    }
  }

  private static String path(UriInfo asked, String location) {
    return location.startsWith("/")
        ? asked.getBaseUri().getPath().replaceAll("/$", "") + location
        : asked.getRequestUri().getPath() + "/" + location;
  }
}
