package fr.porteouverte.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.http.FieldReader;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be called, by form and by where names lead. */
class GateTest {
  static InetAddress[] leads(String... addresses) {
    return Stream.of(addresses).map(Inet::parseInetAddressOrFail).toArray(InetAddress[]::new);
  }

  private static Gate open() {
    return new Gate(TestOutbound.nothingMore(), name -> leads("8.8.8.8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTPS://Hooks.Example.ORG/a?b=c#d       | https://hooks.example.org/a?b=c
          https://hooks.example.org               | https://hooks.example.org/
          https://hooks.example.org:443/          | https://hooks.example.org/
          https://hooks.example.org./x            | https://hooks.example.org/x
          https://bücher.example.org/é?à          | https://xn--bcher-kva.example.org/%C3%A9?%C3%A0
          https://8.8.8.8/                        | https://8.8.8.8/
          https://[2606:4700:0::1111]/            | https://[2606:4700::1111]/
          https://hooks.example.org//127.0.0.1/x  | https://hooks.example.org//127.0.0.1/x
          """)
  void an_address_has_one_form(String written, String kept) throws WrongAddress {
    assertThat(open().read(written).text()).isEqualTo(kept);
    assertThat(open().read(kept).text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://hooks.example.org/                | form
          ftp://hooks.example.org/                 | form
          javascript:alert(1)                      | form
          file:///etc/passwd                       | form
          https:///etc/passwd                      | form
          https:hooks.example.org                  | form
          //hooks.example.org/                     | form
          hooks.example.org                        | form
          https://hooks.example.org\\@127.0.0.1/    | form
          https://a b.example.org/                 | form
          https://a_b.example.org/                 | form
          https://a..example.org/                  | form
          https://.example.org/                    | form
          https://%31%32%37.0.0.1/                 | form
          https://[::1%25eth0]/                    | form
          https://[::1/                            | form
          https://[127.0.0.1]/                     | form
          https://hooks.example.org:/              | form
          https://user@hooks.example.org/          | person
          https://hooks.example.org@127.0.0.1/     | person
          https://:@hooks.example.org/             | person
          https://2130706433/                      | number
          https://0x7f000001/                      | number
          https://0X7F.0.0.1/                      | number
          https://017700000001/                    | number
          https://0177.0.0.1/                      | number
          https://127.1/                           | number
          https://127.0.1/                         | number
          https://08.8.8.8/                        | number
          https://8.8.8.8.8/                       | number
          https://256.8.8.8/                       | number
          https://hooks.0x7f/                      | number
          https://127.0.0.1/                       | notPublic
          https://127.0.0.1./                      | notPublic
          https://①②⑦.⓪.⓪.①/                    | notPublic
          https://127。0。0。1/                      | notPublic
          https://10.0.0.1/                        | notPublic
          https://[::1]/                           | notPublic
          https://[::ffff:127.0.0.1]/              | notPublic
          https://[::ffff:8.8.8.8]/                | notPublic
          https://[::127.0.0.1]/                   | notPublic
          https://[64:ff9b::10.0.0.1]/             | notPublic
          https://[2002:7f00:1::]/                 | notPublic
          https://[fe80::1]/                       | notPublic
          https://localhost/                       | notPublic
          https://localhost./                      | notPublic
          https://a.LocalHost/                     | notPublic
          https://metadata/                        | notPublic
          https://metadata.google.internal/        | notPublic
          https://hooks.example.org:8443/          | port
          https://hooks.example.org:22/            | port
          https://hooks.example.org:0/             | port
          https://hooks.example.org:65536/         | port
          https://hooks.example.org:99999/         | port
          """)
  void it_is_refused_by_its_form(String written, String why) {
    assertThatThrownBy(() -> open().read(written))
        .isInstanceOfSatisfying(
            WrongAddress.class, wrong -> assertThat(wrong.why().name()).isEqualTo(why));
  }

  @Test
  void what_is_too_long_is_refused() {
    String label = "a".repeat(60) + ".";
    for (String written :
        List.of(
            "https://" + "a".repeat(64) + ".example.org/",
            "https://" + label.repeat(5) + "org/",
            "https://hooks.example.org/" + "a".repeat(500))) {
      assertThatThrownBy(() -> open().read(written)).isInstanceOf(WrongAddress.class);
    }
  }

  @Test
  void one_private_address_among_many_shuts_a_name_out() {
    Gate gate =
        new Gate(TestOutbound.nothingMore(), name -> leads("8.8.8.8", "2a01:e0a::1", "10.0.0.1"));
    assertThatThrownBy(() -> gate.addresses("hooks.example.org"))
        .isInstanceOf(Gate.ForbiddenAddress.class);
  }

  @Test
  void a_state_network_may_be_let_in_by_its_addresses_or_by_a_hosts_name() throws Exception {
    var settings = TestOutbound.allowing(List.of("10.20.0.0/16"), List.of("hooks.rie.lan"));

    Gate gate = new Gate(settings, name -> leads("10.20.3.4"));
    assertThat(gate.addresses("hooks.example.org")).hasSize(1);
    assertThatCode(() -> gate.read("https://10.20.3.4/")).doesNotThrowAnyException();
    assertThatCode(() -> gate.read("https://hooks.rie.lan:8443/")).doesNotThrowAnyException();
    assertThatThrownBy(() -> gate.read("https://10.21.3.4/")).isInstanceOf(WrongAddress.class);
    assertThatThrownBy(() -> gate.read("http://hooks.rie.lan/")).isInstanceOf(WrongAddress.class);

    Gate other = new Gate(settings, name -> leads("192.168.3.4"));
    assertThat(other.addresses("hooks.rie.lan")).hasSize(1);
    assertThatThrownBy(() -> other.addresses("hooks.example.org"))
        .isInstanceOf(Gate.ForbiddenAddress.class);
  }

  @Test
  void not_even_a_trusted_name_leads_to_the_metadata_of_a_cloud() {
    Gate gate =
        new Gate(
            TestOutbound.allowing(List.of(), List.of("hooks.rie.lan")),
            name -> leads("169.254.169.254"));
    assertThatThrownBy(() -> gate.addresses("hooks.rie.lan"))
        .isInstanceOf(Gate.ForbiddenAddress.class);
  }

  @Test
  void at_registration_the_field_is_named_in_both_languages() {
    assertThat(errors(name -> leads("8.8.8.8"), "https://hooks.example.org/")).isEmpty();
    assertThat(errors(name -> leads("127.0.0.1"), "https://hooks.example.org/"))
        .containsExactly("Cette adresse n’est pas publique : elle mène à un réseau privé.");
    assertThat(errors(GateTest::nobody, "https://hooks.example.org/"))
        .containsExactly("Ce nom de serveur est introuvable.");
    assertThat(errors(GateTest::nobody, "https://a:b@hooks.example.org/")).hasSize(1);
    assertThat(errors(GateTest::nobody, " ")).isEmpty();
  }

  private static InetAddress[] nobody(String name) throws UnknownHostException {
    throw new UnknownHostException(name);
  }

  private static List<String> errors(Resolver resolver, String written) {
    Outbound outbound = new Outbound();
    outbound.gate = new Gate(TestOutbound.nothingMore(), resolver);
    FieldReader fields = new FieldReader();
    outbound.check(fields, "url", written);
    assertThat(fields.errors()).allMatch(error -> error.field().equals("url"));
    return fields.errors().stream().map(error -> error.message().fr()).toList();
  }
}
