package fr.porteouverte.contract;

import fr.porteouverte.access.PublicReads;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** An answer of an operation that goes says since when, until when, and where one reads more. */
@Singleton
public class RetiredOperations {
  /** A page that is given again ({@code KeptPages}) has the headers that it was kept with. */
  private static final int BEFORE_IT_IS_KEPT = 7000;

  /** Asked for at the first answer: filters are made before it is there. */
  @Inject Instance<Retirements> retirements;

  @ServerResponseFilter(priority = BEFORE_IT_IS_KEPT)
  public void tell(ContainerResponseContext response, ResourceInfo resource) {
    Method asked = resource.getResourceMethod();
    if (asked != null) {
      retirements.get().of(PublicReads.name(asked)).ifPresent(one -> tell(one, response));
    }
  }

  private static void tell(Retirement going, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Deprecation", going.deprecation());
    headers.putSingle("Sunset", going.sunset());
    headers.add("Link", going.link());
  }
}
