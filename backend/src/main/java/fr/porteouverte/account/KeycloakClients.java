package fr.porteouverte.account;

import fr.porteouverte.access.Scope;
import fr.porteouverte.problem.LoginUnavailable;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * Clients of Keycloak that log in for themselves (OAuth's client credentials, RFC 6749, 4.4). Every
 * call goes over the network: never inside a transaction.
 */
@ApplicationScoped
public class KeycloakClients {
  /** Whom a token is for, as the API asks of each. */
  private static final String AUDIENCE = "porte-ouverte-api";

  @Inject Keycloak keycloak;

  @ConfigProperty(name = "quarkus.keycloak.admin-client.realm")
  String realm;

  /**
   * @param id in Keycloak
   * @param secret told once; nobody keeps it but Keycloak
   */
  public record Made(String id, String secret) {}

  /**
   * A client that may log in, and by Keycloak may nothing else.
   *
   * @throws LoginUnavailable Keycloak is away; nothing is left of it that is good for anything
   */
  public Made make(String clientId, String name) {
    return asked(
        () -> {
          String id = create(wanted(clientId, name));
          return new Made(id, clients().get(id).getSecret().getValue());
        });
  }

  /** Gone, with all that it may still have open. One that is gone already is that. */
  public void remove(String id) {
    asked(
        () -> {
          try {
            clients().get(id).remove();
          } catch (WebApplicationException answer) {
            if (answer.getResponse().getStatus() != Response.Status.NOT_FOUND.getStatusCode()) {
              throw answer;
            }
          }
          return true;
        });
  }

  private ClientsResource clients() {
    return keycloak.realm(realm).clients();
  }

  private String create(ClientRepresentation client) {
    try (Response created = clients().create(client)) {
      if (created.getStatus() != Response.Status.CREATED.getStatusCode()) {
        throw LoginRefusal.of(created);
      }
      return CreatedResponseUtil.getCreatedId(created);
    }
  }

  private static ClientRepresentation wanted(String clientId, String name) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(clientId);
    client.setName(name);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setPublicClient(false);
    client.setClientAuthenticatorType("client-secret");
    client.setServiceAccountsEnabled(true);
    client.setStandardFlowEnabled(false);
    client.setImplicitFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setFullScopeAllowed(false);
    client.setDefaultClientScopes(List.of("basic", "profile"));
    // A generated client asks for its token with them; what they open says the system's own row.
    client.setOptionalClientScopes(Arrays.stream(Scope.values()).map(Scope::code).toList());
    ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
    audience.setName("audience of the API");
    audience.setProtocol("openid-connect");
    audience.setProtocolMapper("oidc-audience-mapper");
    audience.setConfig(
        Map.of(
            "included.client.audience", AUDIENCE,
            "access.token.claim", "true",
            "id.token.claim", "false",
            "introspection.token.claim", "true"));
    client.setProtocolMappers(List.of(audience));
    return client;
  }

  private static <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (WebApplicationException answer) {
      throw refused(LoginRefusal.of(answer.getResponse()));
    } catch (LoginRefusal no) {
      throw refused(no);
    } catch (ProcessingException away) {
      throw new LoginUnavailable();
    }
  }

  private static RuntimeException refused(LoginRefusal no) {
    return no.aboutOneAgent()
        ? new ProblemException(
            ProblemType.CONFLICT,
            "Le service de connexion refuse cette clé : " + no.words(),
            "The login service refuses this key: " + no.words())
        : new LoginUnavailable();
  }
}
