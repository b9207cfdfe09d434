package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A token may be asked for with each scope that the contract names. */
class KeycloakScopesTest {

  @Test
  void the_realm_knows_the_scopes_of_the_contract() throws IOException {
    JsonNode realm = new ObjectMapper().readTree(new File("keycloak/porte-ouverte-realm.json"));
    JsonNode system =
        StreamSupport.stream(realm.path("clients").spliterator(), false)
            .filter(one -> one.path("clientId").asText().equals("porte-ouverte-integrator-demo"))
            .findFirst()
            .orElseThrow();
    List<String> asked =
        StreamSupport.stream(system.path("optionalClientScopes").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    assertThat(asked)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Scope.values()).map(Scope::code).toList());
  }
}
