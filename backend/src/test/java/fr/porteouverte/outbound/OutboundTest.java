package fr.porteouverte.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.http.FieldReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As an installation has it that allows nothing more. */
@QuarkusTest
class OutboundTest {
  @Inject Outbound outbound;
  @Inject OutboundClient client;

  @Test
  void this_machine_is_neither_registered_nor_called() {
    for (String address : new String[] {"https://127.0.0.1/", "https://localhost/"}) {
      FieldReader fields = new FieldReader();
      assertThat(outbound.check(fields, "url", address)).isNull();
      assertThat(fields.errors()).singleElement().extracting("field").isEqualTo("url");
      assertThat(client.post(address, Map.of(), new byte[0]))
          .isEqualTo(new Answer.Unheard(Answer.Why.forbidden));
    }
  }
}
