package fr.porteouverte.support;

import fr.porteouverte.access.Scope;
import fr.porteouverte.http.Ids;
import fr.porteouverte.integrator.IntegratorForm;
import fr.porteouverte.integrator.IntegratorService;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.Site;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Other systems that call the API in a test; needs the profile {@link AsRun}. */
@ApplicationScoped
public class Systems {
  @Inject IntegratorService integrators;

  @Transactional
  public void at(String clientId, List<Site> sites, Scope... scopes) {
    add(clientId, sites, List.of(), List.of(), scopes);
  }

  /** Of whole departments, and of houses by name. */
  @Transactional
  public void in(String clientId, List<String> departments, List<Site> sites, Scope... scopes) {
    add(clientId, sites, departments, List.of(), scopes);
  }

  @Transactional
  public void of(String clientId, Partner partner, Scope... scopes) {
    of(clientId, List.of(partner), List.of(), scopes);
  }

  /**
   * @param sites none: in the whole country
   */
  @Transactional
  public void of(String clientId, List<Partner> partners, List<Site> sites, Scope... scopes) {
    add(clientId, sites, List.of(), partners, scopes);
  }

  private void add(
      String clientId,
      List<Site> sites,
      List<String> departments,
      List<Partner> partners,
      Scope... scopes) {
    integrators.ensure(
        new IntegratorForm(
            "System " + clientId,
            "Ada Martin",
            "ada@example.org",
            Arrays.asList(scopes),
            sites.stream().map(site -> Ids.of(site.id())).toList(),
            departments,
            partners.stream().map(partner -> Ids.of(partner.id())).toList()),
        clientId);
  }

  /** The request, with the token of that system. */
  public static RequestSpecification as(String clientId, RequestSpecification request) {
    return request
        .auth()
        .oauth2(Bearer.token("service-account-" + clientId))
        .contentType(ContentType.JSON);
  }

  /** All scopes there are. */
  public static Scope[] everything() {
    return Stream.of(Scope.values()).toArray(Scope[]::new);
  }
}
