package fr.porteouverte.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.InvalidRequest;
import org.junit.jupiter.api.Test;

class ShownAddressTest {

  @Test
  void a_web_address_is_taken_without_the_blanks_around_it() {
    assertThat(ShownAddress.read("url", "  HTTPS://www.caf.fr:8443/rdv?a=b#c "))
        .isEqualTo("HTTPS://www.caf.fr:8443/rdv?a=b#c");
  }

  @Test
  void a_blank_one_is_none() {
    assertThat(ShownAddress.read("url", null)).isNull();
    assertThat(ShownAddress.read("url", "  ")).isNull();
  }

  @Test
  void a_script_a_password_and_what_has_no_host_are_refused() {
    for (String hostile :
        new String[] {
          "javascript://www.caf.fr/%0aalert(1)", "https://a:b@www.caf.fr", "https:///rdv", "caf.fr"
        }) {
      assertThatThrownBy(() -> ShownAddress.read("url", hostile))
          .isInstanceOf(InvalidRequest.class);
    }
  }

  @Test
  void a_link_into_a_private_network_is_refused_with_its_field() {
    for (String inside :
        new String[] {
          "https://127.0.0.1",
          "https://[::1]/",
          "https://[::ffff:10.0.0.1]/",
          "https://10.1.2.3/rdv",
          "https://192.168.1.1",
          "https://169.254.169.254/latest/meta-data",
          "https://0.0.0.0/",
          "https://2130706433/",
          "https://0x7f000001/",
          "https://0177.0.0.1/",
          "https://127.1/",
          "https://127.0.0.1./",
          "https://\uff11\uff12\uff17.\uff10.\uff10.\uff11/",
          "https://localhost/",
          "https://LOCALHOST./",
          "https://intranet/",
          "https://imprimante.local/",
          "https://paie.internal/"
        }) {
      assertThatThrownBy(() -> ShownAddress.read("bookingUrl", inside))
          .as(inside)
          .isInstanceOfSatisfying(
              InvalidRequest.class,
              wrong ->
                  assertThat(wrong.errors())
                      .singleElement()
                      .satisfies(
                          error -> {
                            assertThat(error.field()).isEqualTo("bookingUrl");
                            assertThat(error.message().fr()).isNotBlank();
                            assertThat(error.message().en()).isNotBlank();
                          }));
    }
  }

  @Test
  void a_name_with_accents_is_a_name() {
    assertThat(ShownAddress.read("url", "https://préfecture.example.org/"))
        .isEqualTo("https://préfecture.example.org/");
  }

  @Test
  void a_house_may_have_a_site_without_tls_but_none_inside() {
    FieldReader fields = new FieldReader();
    ShownAddress.checkAlsoPlain(fields, "website", "http://www.moyaux.example.org");
    assertThat(fields.errors()).isEmpty();
    ShownAddress.checkAlsoPlain(fields, "website", "http://[::1]/");
    assertThat(fields.errors()).singleElement().extracting("field").isEqualTo("website");
  }
}
