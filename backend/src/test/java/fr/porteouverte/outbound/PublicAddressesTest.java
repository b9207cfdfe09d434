package fr.porteouverte.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.common.net.Inet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "172.32.0.1",
        "198.20.0.1",
        "193.0.0.1",
        "2a01:e0a::1",
        "2606:4700::1111",
        "64:ff9b::808:808"
      })
  void anybody_may_reach_it(String address) {
    assertThat(PublicAddresses.isPublic(Inet.parseInetAddressOrFail(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1", // IPv4-compatible
        "::ffff:127.0.0.1", // IPv4-mapped
        "::ffff:8.8.8.8",
        "::ffff:0:808:808", // IPv4-translated
        "64:ff9b::7f00:1", // NAT64 of loopback
        "64:ff9b::a9fe:a9fe", // NAT64 of the metadata
        "64:ff9b:1::808:808", // NAT64 of one's own
        "100::1", // discard
        "2001::1", // Teredo
        "2001:10::1", // ORCHID
        "2001:db8::1", // documentation
        "3fff::1",
        "2002:7f00:1::1", // 6to4
        "2a01:e0a::5efe:7f00:1", // ISATAP of loopback
        "5f00::1",
        "fc00::1", // unique local
        "fd00:ec2::254", // metadata
        "fe80::1", // link-local
        "fec0::1", // site-local
        "ff02::1" // multicast
      })
  void nobody_outside_may_be_led_there(String address) {
    assertThat(PublicAddresses.isPublic(Inet.parseInetAddressOrFail(address))).isFalse();
  }
}
