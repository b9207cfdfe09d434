package fr.porteouverte.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.problem.InvalidRequest;
import org.junit.jupiter.api.Test;

class ExternalAddressTest {

  @Test
  void a_web_address_is_taken_without_the_blanks_around_it() {
    assertThat(ExternalAddress.read("url", "  HTTPS://www.caf.fr:8443/rdv?a=b#c "))
        .isEqualTo("HTTPS://www.caf.fr:8443/rdv?a=b#c");
  }

  @Test
  void a_blank_one_is_none() {
    assertThat(ExternalAddress.read("url", null)).isNull();
    assertThat(ExternalAddress.read("url", "  ")).isNull();
  }

  @Test
  void a_script_a_password_and_what_has_no_host_are_refused() {
    for (String hostile :
        new String[] {
          "javascript://www.caf.fr/%0aalert(1)", "https://a:b@www.caf.fr", "https:///rdv", "caf.fr"
        }) {
      assertThatThrownBy(() -> ExternalAddress.read("url", hostile))
          .isInstanceOf(InvalidRequest.class);
    }
  }
}
