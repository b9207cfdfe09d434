package fr.porteouverte.outbound;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a test. */
record TestOutbound(List<String> networks, List<String> hosts, List<String> plain, Duration timeout)
    implements OutboundSettings {

  static TestOutbound nothingMore() {
    return allowing(List.of(), List.of());
  }

  static TestOutbound allowing(List<String> networks, List<String> hosts) {
    return new TestOutbound(networks, hosts, List.of(), Duration.ofSeconds(10));
  }

  @Override
  public Optional<List<CidrAddress>> allowedNetworks() {
    return Optional.of(networks.stream().map(Inet::parseCidrAddress).toList());
  }

  @Override
  public Optional<List<String>> allowedHosts() {
    return Optional.of(hosts);
  }

  @Override
  public Optional<List<String>> plainHosts() {
    return Optional.of(plain);
  }

  @Override
  public List<Integer> ports() {
    return List.of(443);
  }

  @Override
  public int most() {
    return 65_536;
  }
}
