package fr.porteouverte.contract;

import static fr.porteouverte.problem.ProblemType.FORBIDDEN;
import static fr.porteouverte.problem.ProblemType.SCOPE_MISSING;

import fr.porteouverte.access.Rights;
import fr.porteouverte.access.Role;
import fr.porteouverte.access.Scope;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Tells where this installation logs in: people by OpenID Connect, other systems by their key
 * (client credentials, RFC 6749, 4.4), and the scope that a system needs for an operation.
 *
 * <p>When the API starts, not when it is built: the address is a setting.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class LoginsInContract implements OASFilter {
  private static final String PEOPLE = "login";
  private static final String SYSTEMS = "system";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    String authority =
        ConfigProvider.getConfig().getValue("porte-ouverte.oidc.authority", String.class);
    contract
        .getComponents()
        .addSecurityScheme(PEOPLE, people(authority))
        .addSecurityScheme(SYSTEMS, systems(authority));
    contract
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations().values().forEach(LoginsInContract::tellScope));
  }

  private static SecurityScheme people(String authority) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.OPENIDCONNECT)
        .description("Staff and partners: code flow with PKCE")
        .openIdConnectUrl(authority + "/.well-known/openid-configuration");
  }

  private static SecurityScheme systems(String authority) {
    OAuthFlow key =
        OASFactory.createOAuthFlow().tokenUrl(authority + "/protocol/openid-connect/token");
    for (Scope scope : Scope.values()) {
      key.addScope(scope.code(), scope.opens());
    }
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description(
            "Other systems, by the key that an administrator gave them with its scopes. A token that"
                + " is asked for without `scope` has all that the system was given; one that is"
                + " asked for with some has these only, and never more than the system was given.")
        .flows(OASFactory.createOAuthFlows().clientCredentials(key));
  }

  /** Public operations stay open without any of this. */
  private static void tellScope(Operation operation) {
    Scope scope = Rights.scopes().get(operation.getOperationId());
    boolean forSystems = hasRole(operation, Role.INTEGRATOR);
    if (scope == null && !forSystems) {
      return;
    }
    List<SecurityRequirement> ways = new ArrayList<>();
    if (operation.getSecurity() != null) {
      ways.addAll(operation.getSecurity());
    }
    if (ways.isEmpty()) {
      ways.add(OASFactory.createSecurityRequirement());
    }
    if (scope != null) {
      RefusalsInContract.tell(operation, EnumSet.of(SCOPE_MISSING, FORBIDDEN));
    }
    SecurityRequirement key = OASFactory.createSecurityRequirement();
    ways.add(scope == null ? key.addScheme(SYSTEMS) : key.addScheme(SYSTEMS, scope.code()));
    operation.setSecurity(ways);
  }

  private static boolean hasRole(Operation operation, String role) {
    return operation.getExtensions() != null
        && operation.getExtensions().get("x-roles") instanceof List<?> roles
        && roles.contains(role);
  }
}
