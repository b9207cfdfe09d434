package fr.porteouverte.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * No browser and no proxy keeps an answer that may have a person in it: whatever an agent reads,
 * whatever a secret opens, and whatever somebody wrote (RFC 9111, 5.2.2.5).
 */
public class PrivateAnswers {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final List<String> SECRETS =
      List.of(HttpHeaders.AUTHORIZATION, "Booking-Secret", "Link-Secret", "Device-Key");

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    boolean open =
        READS.contains(request.getMethod())
            && SECRETS.stream().noneMatch(name -> request.getHeaderString(name) != null);
    if (!open && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
